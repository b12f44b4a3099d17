using BillingBot.Knowledge.Support.Routing;

namespace BillingBot.Tests.Support.Routing.Situations;

/// <summary>One case, the partner's settings, and where it must go, why.</summary>
/// <param name="Goes">As <see cref="Destination"/> writes itself.</param>
/// <param name="Because">All reasons, in order.</param>
public sealed record Situation(string Name, RoutingInput Input, RoutingTable Table, string Goes, params IReadOnlyList<ReasonCode> Because)
{
    /// <summary>Null: the destination itself, where that is a queue.</summary>
    public string? KeptIn { get; init; }
    public Referral Referral { get; init; }
}
