using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing.Editing;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>Whether what staff typed into a request can be so; what is missing is <see cref="PacketCheck"/>'s.</summary>
internal static class EscalationChecks
{
    private const int LongestLine = 200;
    private const int LongestText = 10_000;
    private const int MostReservations = 50;

    /// <summary>Also trims, and takes the customer from the case, whatever the draft says.</summary>
    public static async Task<Checks> CheckAsync(BillingDb db, Escalation draft, CancellationToken cancellationToken)
    {
        Trim(draft);
        var known = await db.Cases.Where(known => known.Id == draft.CaseId).Select(known => new { known.CustomerId }).SingleOrDefaultAsync(cancellationToken);
        draft.CustomerId = known?.CustomerId;
        return new Checks()
            .Add(known is null, nameof(draft.CaseId), RoutingProblemCode.UnknownCase)
            .Add(draft.Id != 0 && !await db.Escalations.AnyAsync(row => row.Id == draft.Id && row.CaseId == draft.CaseId, cancellationToken),
                nameof(draft.CaseId), RoutingProblemCode.UnknownCase)
            .Add(!await IsTenantAsync(db, draft, cancellationToken), nameof(draft.TenantId), RoutingProblemCode.NoGuid, draft.TenantId ?? "")
            .Add(await IsOfAnotherAsync(db, draft, cancellationToken), nameof(draft.SubscriptionId), RoutingProblemCode.NotThisCustomers, draft.SubscriptionId ?? "")
            .Line(draft.SubscriptionId, nameof(draft.SubscriptionId), LongestLine, required: false)
            .Line(draft.InvoiceNumber, nameof(draft.InvoiceNumber), LongestLine, required: false)
            .Add(draft.ReservationOrderId is not null && !Guid.TryParse(draft.ReservationOrderId, out _), nameof(draft.ReservationOrderId), RoutingProblemCode.NoGuid, draft.ReservationOrderId ?? "")
            .Add(draft.ReservationIds.Exists(id => !Guid.TryParse(id, out _)), nameof(draft.ReservationIds), RoutingProblemCode.NoGuid)
            .Add(draft.ReservationIds.Count > MostReservations, nameof(draft.ReservationIds), RoutingProblemCode.TooLong)
            .Add(draft.IncidentId is not null && !PacketCheck.IsIncidentId(draft.IncidentId), nameof(draft.IncidentId), RoutingProblemCode.NoIncidentId, draft.IncidentId ?? "")
            .Add(draft.IncidentUntil < draft.IncidentFrom, nameof(draft.IncidentUntil), RoutingProblemCode.EndsBeforeItBegins)
            .Add(draft.AffectedUsers < 0, nameof(draft.AffectedUsers), RoutingProblemCode.OutOfRange)
            .Add(draft.Impact?.Length > LongestText, nameof(draft.Impact), RoutingProblemCode.TooLong)
            .Add(draft.Evidence?.Length > LongestText, nameof(draft.Evidence), RoutingProblemCode.TooLong)
            .Line(draft.ContactName, nameof(draft.ContactName), LongestLine, required: false)
            .Line(draft.ContactPhone, nameof(draft.ContactPhone), LongestLine, required: false)
            .Email(draft.ContactEmail, nameof(draft.ContactEmail));
    }

    public static Checks Number(string requestNumber, RequestState state) => new Checks()
        .Line(requestNumber, nameof(Escalation.RequestNumber), LongestLine)
        .Add(state is RequestState.None, nameof(Escalation.State), RoutingProblemCode.OutOfRange, state.ToString());

    /// <summary>What is stored of the customer is taken as it is: tools pretend to be in tenants whose id is none.</summary>
    private static async Task<bool> IsTenantAsync(BillingDb db, Escalation draft, CancellationToken cancellationToken) =>
        draft.TenantId is null || Guid.TryParse(draft.TenantId, out _)
        || await db.Customers.AnyAsync(customer => customer.Id == draft.CustomerId && customer.TenantId == draft.TenantId, cancellationToken);

    private static Task<bool> IsOfAnotherAsync(BillingDb db, Escalation draft, CancellationToken cancellationToken) =>
        db.Subscriptions.AnyAsync(subscription => subscription.Id == draft.SubscriptionId && subscription.CustomerId != draft.CustomerId, cancellationToken);

    private static void Trim(Escalation draft)
    {
        (draft.TenantId, draft.SubscriptionId, draft.InvoiceNumber) = (Given(draft.TenantId)?.ToLowerInvariant(), Given(draft.SubscriptionId), Given(draft.InvoiceNumber));
        (draft.ReservationOrderId, draft.IncidentId) = (Given(draft.ReservationOrderId), Given(draft.IncidentId)?.ToUpperInvariant());
        draft.ReservationIds = [.. draft.ReservationIds.Select(Given).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        (draft.Impact, draft.Evidence) = (Given(draft.Impact), Given(draft.Evidence));
        (draft.ContactName, draft.ContactEmail, draft.ContactPhone) = (Given(draft.ContactName), Given(draft.ContactEmail), Given(draft.ContactPhone));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
