using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>What became of deciding again.</summary>
public abstract record ReviewOutcome
{
    private ReviewOutcome()
    {
    }

    public sealed record Decided(RoutingRecord Record) : ReviewOutcome;

    /// <param name="Why">As for every other move of a case.</param>
    public sealed record Refused(CaseOutcome Why) : ReviewOutcome;
}
