using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Skills.Handoff;

/// <summary>Asks the partner's routing where a case goes: when it is opened, and again when it turns out to be something else.</summary>
internal sealed class CaseRouter(IDbContextFactory<BillingDb> factory, CaseRouting routing, RoutingWords words)
{
    /// <param name="opened">Complete but for where it goes.</param>
    /// <param name="person">Whose case it is; null for a guest's.</param>
    /// <param name="isOpen">Within the hours of the customer's plan; null where none are published.</param>
    /// <param name="cancellationToken">The turn's.</param>
    /// <returns>The opening with the dispatch, where the case leaves the house.</returns>
    public async Task<RoutedOpening> RouteAsync(Case opened, KnownPerson? person, bool? isOpen, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var said = RoutingClassifier.Classify(opened.Summary, RoutingClassifier.ProductOf(opened.Product));
        var input = new RoutingInput
        {
            Classification = opened.Classification,
            Product = said.Product,
            CustomerId = opened.CustomerId,
            CustomerGroup = person?.CustomerGroup,
            Plan = person?.SupportPlan,
            Language = opened.Language,
            IsOpen = isOpen,
            Urgency = opened.Urgency,
            IsDispute = opened.Reason is CaseReason.Dispute || said.IsDispute,
            AskedForMicrosoft = said.AskedForMicrosoft,
            IsBoughtDirect = said.IsBoughtDirect,
            Now = opened.CreatedAt,
        };
        var record = new RoutingRecord(input, RoutingEngine.Decide(input, await RoutingTables.LoadAsync(db, cancellationToken)));
        (opened.Queue, opened.Routing) = (record.Decision.Queue, record.ToJson());
        return new RoutedOpening(opened, record, Words(opened, record), routing);
    }

    /// <summary>Within the transaction that changed what it is about. Nothing is dispatched anew of what staff already hold.</summary>
    /// <returns>Why it goes where it goes, for the history; null when that is as before.</returns>
    public async Task<string?> RerouteAsync(BillingDb db, Case known, Instant now, CancellationToken cancellationToken)
    {
        if (RoutingRecord.FromJson(known.Routing) is not { } before)
        {
            return null;
        }

        var input = before.Input with
        {
            Classification = known.Classification,
            Product = RoutingClassifier.ProductOf(known.Product) ?? before.Input.Product,
            Urgency = known.Urgency,
            Now = now,
        };
        var record = new RoutingRecord(input, RoutingEngine.Decide(input, await RoutingTables.LoadAsync(db, cancellationToken)));
        if (record.Decision.Destination == before.Decision.Destination && record.Decision.Queue == before.Decision.Queue)
        {
            known.Routing = record.ToJson();
            return null;
        }

        await routing.ApplyAsync(db, known, record, now, cancellationToken);
        return Words(known, record);
    }

    private string Words(Case known, RoutingRecord record) =>
        $"{record.Decision.Destination}: {string.Join(' ', words.Of(record.Decision, Language.FromLocale(known.Language) ?? Language.English))}";
}
