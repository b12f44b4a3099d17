namespace BillingBot.Knowledge.Articles.Import;

/// <summary>Reads every file of every pack, in the order of the folders.</summary>
internal static class PackReader
{
    public static readonly IReadOnlyList<string> Languages = ["en", "ja"];

    public static async Task<IReadOnlyList<ArticleFile>> ReadAsync(
        IEnumerable<string> folders, ArticleReader reader, CancellationToken cancellationToken)
    {
        List<ArticleFile> files = [];
        foreach (var folder in folders)
        {
            foreach (var language in Languages.Where(language => Directory.Exists(Path.Combine(folder, language))))
            {
                var paths = Directory.EnumerateFiles(Path.Combine(folder, language), "*.md").Order(StringComparer.Ordinal);
                foreach (var path in paths)
                {
                    files.Add(await reader.ReadAsync(path, language, cancellationToken));
                }
            }
        }

        return files;
    }
}
