namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>Why the arithmetic of a line cannot be shown.</summary>
public enum Underivable
{
    /// <summary>Quantity, price or days are not on the line, or make no sense.</summary>
    FiguresMissing,

    /// <summary>Prorated, and the two platforms reckon differently.</summary>
    EraUnknown,

    /// <summary>The dates of the charge are not as many days as were charged.</summary>
    DaysDisagree,

    /// <summary>The figures give another amount than was billed.</summary>
    OtherAmount,
}
