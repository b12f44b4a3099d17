namespace BillingBot.Knowledge.Billing.Import;

/// <summary>What an import did, or would do. The counts are of records: customers, invoices, payments.</summary>
public sealed record ImportReport
{
    public required ImportKind Kind { get; init; }
    public required string File { get; init; }
    public bool DryRun { get; init; }

    /// <summary>False: nothing was written.</summary>
    public bool Committed { get; init; }

    /// <summary>Rows of data read.</summary>
    public int Rows { get; init; }
    public int Added { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Whose customer is unknown; they wait for staff.</summary>
    public int Queued { get; init; }
    public int Rejected { get; init; }
    public IReadOnlyList<Rejection> Rejections { get; init; } = [];
    public IReadOnlyList<ImportWarning> Warnings { get; init; } = [];

    /// <summary>Everything in the file can be taken.</summary>
    public bool IsClean => Rejections.Count == 0;
}
