namespace BillingBot.Knowledge.Articles.Import;

/// <summary>One file of a pack: the article it holds, or why it holds none.</summary>
/// <param name="Path">As found.</param>
/// <param name="Id">File name without ending: the article's id.</param>
/// <param name="Language">Name of its folder.</param>
internal sealed record ArticleFile(string Path, string Id, string Language)
{
    public Article? Article { get; init; }
    public ImportError? Error { get; init; }

    /// <summary>Line of each title, question and follow-up, for errors found later.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public ImportError Problem(string about, string problem, string mend) =>
        new(Path, Lines.GetValueOrDefault(about), problem, mend);
}
