using BillingBot.Knowledge.Articles.Editing;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>What the packs on disk hold.</summary>
/// <param name="Files">In the order of the folders; a later one replaces an earlier one of the same article.</param>
/// <param name="Missing">Folders that do not exist; until they do no article is removed.</param>
internal sealed record PackFiles(IReadOnlyList<ArticleFile> Files, IReadOnlyList<ImportError> Missing)
{
    public static async Task<PackFiles> ReadAsync(IReadOnlyList<string> folders, ArticleReader reader, CancellationToken cancellationToken) => new(
        await PackReader.ReadAsync(folders.Where(Directory.Exists), reader, cancellationToken),
        [.. folders.Where(folder => !Directory.Exists(folder))
            .Select(folder => new ImportError(folder, 0, "The folder does not exist.", "Correct its path in the settings; until then no article is removed."))]);

    /// <summary>Null when the packs do not have the article.</summary>
    public ArticleFile? Find(ArticleKey key) => Files.LastOrDefault(file => file.Id == key.Id && file.Language == key.Language);
}
