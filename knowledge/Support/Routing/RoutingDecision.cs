namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Where a case goes, and why.</summary>
/// <param name="Queue">Id of the partner's queue in which staff keep and follow it, wherever it goes.</param>
/// <param name="Reasons">In the order in which they were weighed.</param>
public sealed record RoutingDecision(Destination Destination, string Queue, IReadOnlyList<RoutingReason> Reasons)
{
    /// <summary>The rule that matched; null when none did, or none was asked.</summary>
    public long? RuleId { get; init; }
    public Referral Referral { get; init; }
}
