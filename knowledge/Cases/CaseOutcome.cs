using BillingBot.Knowledge.Staff;

namespace BillingBot.Knowledge.Cases;

/// <summary>What became of something that staff wanted to do with a case.</summary>
public abstract record CaseOutcome
{
    private CaseOutcome()
    {
    }

    /// <param name="Case">As it is now.</param>
    public sealed record Done(Case Case) : CaseOutcome;

    public sealed record NotFound : CaseOutcome;

    /// <param name="Needs">The role that would be needed.</param>
    public sealed record Forbidden(StaffRole Needs) : CaseOutcome;

    /// <summary>Somebody else has it: who was slower is told who was faster.</summary>
    public sealed record OwnedBy(string Name) : CaseOutcome;

    /// <summary>Only the owner may do this, and nobody owns it.</summary>
    public sealed record NotOwned : CaseOutcome;

    /// <summary>The case is closed, or no longer in the state that was seen.</summary>
    public sealed record NotNow(CaseStatus Status) : CaseOutcome;

    /// <param name="Problem">Key of a phrase that says what is wrong with what was given.</param>
    public sealed record Invalid(string Problem) : CaseOutcome;
}
