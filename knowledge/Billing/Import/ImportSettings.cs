namespace BillingBot.Knowledge.Billing.Import;

/// <summary>How to import a file.</summary>
/// <param name="FileName">For the report and the audit.</param>
/// <param name="Source">Who or what imports, for example <c>api</c>; the audit's actor is <c>import:</c> and this.</param>
public sealed record ImportSettings(string FileName, string Source)
{
    /// <summary>Checks everything and writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Imports what is good although something is rejected; whole invoices, never half of one.</summary>
    public bool Partial { get; init; }
    public ImportEncoding Encoding { get; init; }

    /// <summary>Rows of data a file may have.</summary>
    public int MaximumRows { get; init; } = int.MaxValue;
}
