namespace BillingBot.Knowledge.Cases;

/// <summary>How a case ended.</summary>
public enum Resolution
{
    Solved,

    /// <summary>Another case is about the same.</summary>
    Duplicate,

    /// <summary>The customer no longer needs it.</summary>
    Withdrawn,

    /// <summary>The customer did not answer any more.</summary>
    NoAnswer,

    /// <summary>The bot goes on.</summary>
    HandedBack,

    /// <summary>It cannot be solved; the customer was told why.</summary>
    NotPossible,
}
