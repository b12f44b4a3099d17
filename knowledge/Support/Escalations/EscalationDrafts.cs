using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>Fills in what is known of a case.</summary>
internal static class EscalationDrafts
{
    public static async Task<Escalation> MakeAsync(BillingDb db, Case known, StaffUser by, Instant now, CancellationToken cancellationToken)
    {
        var product = RoutingRecord.FromJson(known.Routing)?.Input.Product ?? RoutingClassifier.ProductOf(known.Product);
        var subscriptions = (await db.Subscriptions.Where(subscription => subscription.CustomerId == known.CustomerId).ToListAsync(cancellationToken))
            .FindAll(subscription => product is null || RoutingClassifier.ProductOf(subscription.Product) == product);
        return new()
        {
            CaseId = known.Id,
            CustomerId = known.CustomerId,
            Kind = known.Classification switch
            {
                Classification.Technical => EscalationKind.Technical,
                Classification.Fraud => EscalationKind.Fraud,
                _ => EscalationKind.Commercial,
            },
            Severity = known.Urgency switch
            {
                Urgency.Critical => RequestSeverity.Critical,
                Urgency.High => RequestSeverity.Moderate,
                _ => RequestSeverity.Minimal,
            },
            TenantId = await db.Customers.Where(customer => customer.Id == known.CustomerId).Select(customer => customer.TenantId).SingleOrDefaultAsync(cancellationToken),
            SubscriptionId = subscriptions is [var only] ? only.Id : null,
            ContactName = by.Name,
            ContactEmail = by.Email,
            CreatedAt = now,
            CreatedBy = by.Name,
        };
    }
}
