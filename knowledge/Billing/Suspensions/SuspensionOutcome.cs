namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>What became of something staff wanted of a request. The sentences are for staff.</summary>
public abstract record SuspensionOutcome
{
    private SuspensionOutcome()
    {
    }

    /// <summary>It is so, and audited.</summary>
    public sealed record Taken(SuspensionRequest Request) : SuspensionOutcome;

    public sealed record NotFound : SuspensionOutcome;

    /// <summary>The subscription has an open request.</summary>
    public sealed record AlreadyOpen(long Id) : SuspensionOutcome;

    /// <summary>Who requested cannot approve.</summary>
    public sealed record SamePerson : SuspensionOutcome;

    public sealed record Refused(string Reason) : SuspensionOutcome;

    /// <summary>That does not follow the state it is in, maybe because somebody else was faster.</summary>
    public sealed record WrongState(SuspensionState State) : SuspensionOutcome;
}
