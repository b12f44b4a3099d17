namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>What became of something staff entered. The sentences are for staff.</summary>
public abstract record LedgerOutcome
{
    private LedgerOutcome()
    {
    }

    /// <param name="Invoices">Added or changed.</param>
    /// <param name="Known">Already there, the same.</param>
    public sealed record Taken(IReadOnlyList<ProviderInvoice> Invoices, int Known = 0) : LedgerOutcome;

    /// <summary>Nothing was written.</summary>
    public sealed record Rejected(IReadOnlyList<string> Problems) : LedgerOutcome;
}
