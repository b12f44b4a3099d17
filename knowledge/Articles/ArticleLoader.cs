using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Articles.Search;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles;

/// <summary>Brings the packs on disk into use, at start and whenever they may have changed.</summary>
public sealed class ArticleLoader(ArticleImporter importer, ArticleStore store, IOptions<AnswerOptions> options, KnownSkills skills)
{
    /// <summary>See <see cref="ArticleStore.BeginAsync"/>.</summary>
    public async Task<ImportReport> BeginAsync(CancellationToken cancellationToken)
    {
        var report = await importer.ImportAsync(ContentFolders.All(options.Value), skills.Names, cancellationToken);
        await store.BeginAsync(cancellationToken);
        return report;
    }

    public async Task<ImportReport> LoadAsync(CancellationToken cancellationToken)
    {
        var report = await importer.ImportAsync(ContentFolders.All(options.Value), skills.Names, cancellationToken);
        await store.LoadAsync(cancellationToken);
        return report;
    }
}
