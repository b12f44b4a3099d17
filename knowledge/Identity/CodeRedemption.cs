using BillingBot.Knowledge.Billing;
using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>What a typed code was worth.</summary>
public abstract record CodeRedemption
{
    private CodeRedemption()
    {
    }

    /// <param name="Person">Who they are, with their customer.</param>
    /// <param name="Until">When it must be proven anew.</param>
    public sealed record Verified(Person Person, Instant Until) : CodeRedemption;

    /// <param name="TriesLeft">At least 1.</param>
    public sealed record Wrong(int TriesLeft) : CodeRedemption;
    public sealed record Locked(Instant Until) : CodeRedemption;

    /// <summary>There is no code, or it is used, or too old.</summary>
    public sealed record NoCode : CodeRedemption;
}
