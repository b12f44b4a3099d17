using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>Whether a rule can work as it is entered.</summary>
internal static class RuleChecks
{
    private const int LongestName = 100;

    public static async Task<Checks> CheckAsync(BillingDb db, RoutingRule rule, PublishedOffer offer, CancellationToken cancellationToken)
    {
        (rule.Target, rule.KeepIn) = (Given(rule.Target), Given(rule.KeepIn));
        (rule.CustomerId, rule.CustomerGroup) = (Given(rule.CustomerId), Given(rule.CustomerGroup));
        (rule.Plan, rule.Language) = (Given(rule.Plan), Given(rule.Language));
        return new Checks()
            .Line(rule.Name, nameof(rule.Name), LongestName)
            .Line(rule.CustomerGroup, nameof(rule.CustomerGroup), LongestName, required: false)
            .Language(rule.Language, nameof(rule.Language))
            .Add(rule.Plan is { } plan && offer.Plans.Count > 0 && offer.Plan(plan) is null, nameof(rule.Plan), RoutingProblemCode.UnknownPlan, rule.Plan ?? "")
            .Add(
                rule.CustomerId is { } customer && !await db.Customers.AnyAsync(known => known.Id == customer, cancellationToken),
                nameof(rule.CustomerId), RoutingProblemCode.UnknownCustomer, rule.CustomerId ?? "")
            .Add(rule.Destination is DestinationKind.Queue && !await IsQueueAsync(db, rule.Target, cancellationToken),
                nameof(rule.Target), RoutingProblemCode.UnknownQueue, rule.Target ?? "")
            .Add(
                rule.Destination is DestinationKind.Provider && !await db.SupportProviders.AnyAsync(known => known.Id == rule.Target, cancellationToken),
                nameof(rule.Target), RoutingProblemCode.UnknownProvider, rule.Target ?? "")
            .Add(rule.Target is not null && rule.Destination is (DestinationKind.Microsoft or DestinationKind.IndirectProvider),
                nameof(rule.Target), RoutingProblemCode.NotForThisDestination, rule.Target ?? "")
            .Add(rule.KeepIn is not null && rule.Destination is DestinationKind.Queue, nameof(rule.KeepIn), RoutingProblemCode.NotForThisDestination)
            .Add(rule.KeepIn is not null && !await IsQueueAsync(db, rule.KeepIn, cancellationToken),
                nameof(rule.KeepIn), RoutingProblemCode.UnknownQueue, rule.KeepIn ?? "");
    }

    private static Task<bool> IsQueueAsync(BillingDb db, string? id, CancellationToken cancellationToken) =>
        db.SupportQueues.AnyAsync(queue => queue.Id == id, cancellationToken);

    /// <summary>An empty field of a form means any.</summary>
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
