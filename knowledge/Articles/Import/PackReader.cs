namespace BillingBot.Knowledge.Articles.Import;

/// <summary>Reads every file of every pack, in the order of the folders.</summary>
internal static class PackReader
{
    public static readonly IReadOnlyList<string> Languages = ["en", "ja"];

    public static async Task<IReadOnlyList<ArticleFile>> ReadAsync(
        IEnumerable<string> folders, ArticleReader reader, CancellationToken cancellationToken)
    {
        List<ArticleFile> files = [];
        foreach (var (path, language) in Find(folders))
        {
            files.Add(await reader.ReadAsync(path, language, cancellationToken));
        }

        return files;
    }

    /// <summary>A later file replaces an earlier one of the same language and name.</summary>
    public static IEnumerable<(string Path, string Language)> Find(IEnumerable<string> folders) =>
        from folder in folders
        from language in Languages
        where Directory.Exists(Path.Combine(folder, language))
        from path in Directory.EnumerateFiles(Path.Combine(folder, language), "*.md").Order(StringComparer.Ordinal)
        select (path, language);
}
