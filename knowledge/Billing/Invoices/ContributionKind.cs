namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>Why one invoice differs from another.</summary>
public enum ContributionKind
{
    SeatsAdded,
    SeatsRemoved,

    /// <summary>Seats changed within the earlier period count for a whole one now.</summary>
    SeatsForWholePeriod,

    /// <summary>Another number of days is charged.</summary>
    Days,
    Price,

    /// <summary>The earlier invoice has nothing of it.</summary>
    NewProduct,

    /// <summary>Only the earlier invoice has it.</summary>
    NoLongerCharged,
    Usage,
    OneOffCharge,
    OneOffCredit,

    /// <summary>A one-off of the earlier invoice, charge or credit, is not repeated.</summary>
    OneOffNotRepeated,

    /// <summary>The unused part of something cancelled.</summary>
    CancelRefund,
    Tax,

    /// <summary>The amount changed, and the lines do not show why.</summary>
    Unexplained,
}
