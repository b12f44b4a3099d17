namespace BillingBot.Skills.Invoice;

/// <summary>Whether a said amount is the invoice's own or its limit.</summary>
internal enum AmountBound
{
    None,

    /// <summary>"Over 1,000", "1万円以上".</summary>
    AtLeast,

    /// <summary>"Under 1,000", "1万円以下".</summary>
    AtMost,
}
