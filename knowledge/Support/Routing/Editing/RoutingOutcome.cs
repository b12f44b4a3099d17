using BillingBot.Knowledge.Staff;

namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>What became of an edit of staff's.</summary>
public abstract record RoutingOutcome
{
    private RoutingOutcome()
    {
    }

    /// <summary>It is so, and audited.</summary>
    /// <param name="Id">Of what was added or changed, as text.</param>
    public sealed record Saved(string Id) : RoutingOutcome;

    public sealed record NotFound : RoutingOutcome;

    /// <summary>Somebody else changed it meanwhile: read it again.</summary>
    public sealed record Changed : RoutingOutcome;

    /// <param name="Needs">The role that would be needed.</param>
    public sealed record Forbidden(StaffRole Needs) : RoutingOutcome;

    /// <summary>Nothing was changed.</summary>
    public sealed record Invalid(IReadOnlyList<RoutingProblem> Problems) : RoutingOutcome;
}
