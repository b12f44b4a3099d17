namespace BillingBot.Knowledge.Billing.Import;

/// <summary>How a record of a file stands to the database.</summary>
internal enum Standing
{
    New,
    Changed,
    Unchanged,

    /// <summary>It contradicts what is there; the notes say how.</summary>
    Refused,
}
