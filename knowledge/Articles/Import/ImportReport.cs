namespace BillingBot.Knowledge.Articles.Import;

/// <summary>What an import did, in articles (each language counts).</summary>
public sealed record ImportReport(
    int Added, int Changed, int Unchanged, int Removed, IReadOnlyList<ImportError> Errors);
