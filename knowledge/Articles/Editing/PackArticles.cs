using System.Text;
using BillingBot.Knowledge.Articles.Import;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>Looks at the packs on disk: what an edit stands in the place of.</summary>
public sealed class PackArticles(IOptions<AnswerOptions> options, KnownSkills skills)
{
    internal ArticleReader Reader { get; } = new(skills.Names);

    internal Task<PackFiles> ReadAllAsync(CancellationToken cancellationToken) =>
        PackFiles.ReadAsync(ContentFolders.All(options.Value), Reader, cancellationToken);

    /// <returns>The file's text and hash; nulls when the packs do not have the article.</returns>
    internal async Task<(string? Text, string? Hash)> ReadAsync(ArticleKey key, CancellationToken cancellationToken)
    {
        var path = ContentFolders.All(options.Value).Select(folder => Path.Combine(folder, key.Language, $"{key.Id}.md")).LastOrDefault(File.Exists);
        if (!key.IsValid || path is null)
        {
            return (null, null);
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return (ArticleText.Normalize(Encoding.UTF8.GetString(bytes)), ArticleReader.Hash(bytes));
    }
}
