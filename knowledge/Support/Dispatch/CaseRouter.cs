using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>
/// Decides where a case goes. For one that a turn opens: <see cref="DecideAsync(Case, Instant, CancellationToken)"/>, tell the customer by the decision's queue, and commit
/// <c>CaseOpening</c> and then <see cref="Effect"/> with the turn.
/// </summary>
public sealed class CaseRouter(IDbContextFactory<BillingDb> factory, CaseRouting routing, PublishedOffer offer)
{
    /// <param name="opened">With summary, classification, product, urgency and customer; it need not be stored yet.</param>
    public async Task<RoutingRecord> DecideAsync(Case opened, Instant now, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await RecordAsync(db, await InputAsync(db, opened, now, cancellationToken), cancellationToken);
    }

    /// <summary>Puts the decision on the case, with the dispatch that takes it to a provider, in the turn's transaction.</summary>
    public CaseRouted Effect(Case opened, RoutingRecord record) => new(opened, record, routing);

    /// <summary>
    /// Decides again after classification, product or urgency of a tracked case were set right, and writes into its history
    /// where it goes now, if that is elsewhere; saves nothing.
    /// </summary>
    public async Task RerouteAsync(BillingDb db, Case known, Instant now, CancellationToken cancellationToken)
    {
        var before = RoutingRecord.FromJson(known.Routing);
        var input = before is null ? await InputAsync(db, known, now, cancellationToken) : before.Input with
        {
            Classification = known.Classification,
            Product = RoutingClassifier.ProductOf(known.Product) ?? before.Input.Product,
            Urgency = known.Urgency,
            IsOpen = IsOpen(before.Input.Plan, now),
            Now = now,
        };
        var record = await RecordAsync(db, input, cancellationToken);
        await routing.ApplyAsync(db, known, record, now, cancellationToken);
        if (record.Decision.Destination != before?.Decision.Destination || record.Decision.Queue != before.Decision.Queue)
        {
            db.Add(new CaseEvent { CaseId = known.Id, Kind = CaseEventKind.Routed, At = now, By = "bot", Text = record.Decision.Destination.ToString() });
        }
    }

    internal async Task<RoutingInput> InputAsync(BillingDb db, Case known, Instant now, CancellationToken cancellationToken)
    {
        var customer = await db.Customers.SingleOrDefaultAsync(customer => customer.Id == known.CustomerId, cancellationToken);
        var words = RoutingClassifier.Classify(known.Summary);
        return new()
        {
            Classification = known.Classification,
            // Cases know Microsoft's cloud products only; the words also know what is none of them.
            Product = words.Product is SupportProduct.Marketplace or SupportProduct.OnPremises
                ? words.Product
                : RoutingClassifier.ProductOf(known.Product) ?? words.Product,
            CustomerId = known.CustomerId,
            CustomerGroup = customer?.Group,
            Plan = customer?.SupportPlan,
            Language = known.Language,
            IsOpen = IsOpen(customer?.SupportPlan, now),
            Urgency = known.Urgency,
            IsDispute = known.Reason is CaseReason.Dispute || words.IsDispute,
            AskedForMicrosoft = words.AskedForMicrosoft,
            IsBoughtDirect = words.IsBoughtDirect,
            Now = now,
        };
    }

    /// <summary>Within the hours of the customer's plan; null where no hours are published.</summary>
    internal bool? IsOpen(string? plan, Instant now) => offer.PlanOrFirst(plan)?.Calendar.IsOpen(now);

    internal static async Task<RoutingRecord> RecordAsync(BillingDb db, RoutingInput input, CancellationToken cancellationToken) =>
        new(input, RoutingEngine.Decide(input, await RoutingTables.LoadAsync(db, cancellationToken)));
}
