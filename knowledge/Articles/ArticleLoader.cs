using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Articles.Search;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles;

/// <summary>Brings the packs on disk into use, at start and whenever they may have changed.</summary>
public sealed class ArticleLoader(ArticleImporter importer, ArticleStore store, IOptions<AnswerOptions> options)
{
    /// <param name="skills">Names an article may give as its skill.</param>
    public async Task<ImportReport> LoadAsync(IReadOnlySet<string> skills, CancellationToken cancellationToken)
    {
        var report = await importer.ImportAsync(ContentFolders.All(options.Value), skills, cancellationToken);
        await store.LoadAsync(cancellationToken);
        return report;
    }
}
