using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Skills.Handoff;

/// <summary>Opens a case and carries it where its routing says, in one commit with the reply that announces it.</summary>
/// <param name="Case">Complete.</param>
/// <param name="Record">The decision.</param>
/// <param name="Words">Its reasons, for the history.</param>
/// <param name="Routing">Writes the decision and the dispatch.</param>
internal sealed record RoutedOpening(Case Case, RoutingRecord Record, string Words, CaseRouting Routing) : ICaseChange
{
    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        await new CaseOpening(Case, Words).ApplyAsync(db, now, cancellationToken);
        await Routing.ApplyAsync(db, Case, Record, now, cancellationToken);
    }
}
