using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>Writes a decision to a case, within the caller's transaction, with the dispatch that carries it out of the house.</summary>
public sealed class CaseRouting(DispatchLinks links)
{
    /// <summary>
    /// Sets where the case stands and why; where a provider is to take it, adds the dispatch, once for each provider. Saves nothing.
    /// The queue that staff chose meanwhile stays, unless the decision is for another one than the last was.
    /// </summary>
    public async Task ApplyAsync(BillingDb db, Case routed, RoutingRecord record, Instant now, CancellationToken cancellationToken)
    {
        var isNews = RoutingRecord.FromJson(routed.Routing)?.Decision.Queue != record.Decision.Queue;
        (routed.Routing, routed.Classification) = (record.ToJson(), record.Input.Classification);
        if (isNews && routed.OwnerId is null && routed.Queue != record.Decision.Queue)
        {
            // Whoever works in the other queue has not been told of it.
            (routed.Queue, routed.ToldAt, routed.NoticeMailId) = (record.Decision.Queue, null, null);
        }

        if (record.Decision.Destination is not { IsProvider: true } destination
            || await db.ProviderDispatches.AnyAsync(
                known => known.CaseId == routed.Id && known.ProviderId == destination.Name && known.DeadAt == null, cancellationToken))
        {
            return;
        }

        var customer = routed.CustomerId is null
            ? null
            : await db.Customers.Where(known => known.Id == routed.CustomerId).Select(known => known.Name).SingleOrDefaultAsync(cancellationToken);
        db.Add(new ProviderDispatch
        {
            CaseId = routed.Id,
            ProviderId = destination.Name,
            MessageId = $"msg_{Guid.NewGuid():N}",
            Body = new DispatchedCase(
                routed.Id, routed.Classification, record.Input.Product, routed.Urgency, routed.Language, customer, routed.Summary,
                links.ToCase(routed.Id), InstantPattern.General.Format(routed.CreatedAt)).ToJson(),
            CreatedAt = now,
        });
    }
}
