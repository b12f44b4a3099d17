namespace BillingBot.Editing;

/// <summary>Why a question is one that was asked in vain.</summary>
internal enum VainReason
{
    /// <summary>The bot did not know.</summary>
    Unsure,

    /// <summary>The customer said that the answer did not help.</summary>
    NotHelped,
}
