namespace BillingBot.Skills.Invoice;

/// <summary>Which date of an invoice a said time is about.</summary>
internal enum PeriodBasis
{
    /// <summary>What it bills; where no invoice fits, the day of issue.</summary>
    Billed,
    Issued,
    Due,
}
