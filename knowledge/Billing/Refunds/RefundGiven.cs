namespace BillingBot.Knowledge.Billing.Refunds;

/// <summary>What is given back.</summary>
public enum RefundGiven
{
    /// <summary>There is nothing to give back: use is paid as it is used.</summary>
    Nothing,
    UnusedDays,
    Everything,
    EverythingButMetered,

    /// <summary>Everything in the first month, the unused days later.</summary>
    FirstMonthElseUnusedDays,

    /// <summary>Depends on a yearly limit that the bot does not keep.</summary>
    StaffReckon,
}
