using BillingBot.Knowledge.Articles.Embedding;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Holds the index in use; a new one takes its place in one step, while searches go on.</summary>
public sealed class ArticleStore(
    IDbContextFactory<BillingDb> factory, IOptions<AnswerOptions> options, EmbeddingModel model, ILogger<ArticleStore> logger)
{
    private volatile ArticleIndex _index = ArticleIndex.Empty;
    private long _version;

    internal ArticleIndex Index => _index;

    /// <summary>A customer's article by its id; null when there is none in the language, and for no id.</summary>
    public Article? Find(string? articleId, string language) => _index.Section(language, Audience.Customer)?.WithId(articleId);

    /// <summary>Builds the index from the articles in the database, and takes it into use when it is trained.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (index, version) = await ReadAsync(cancellationToken, cancellationToken);
        await index.Trained;
        Use(index, version);
    }

    /// <summary>As <see cref="LoadAsync"/>, at a start: it is in use at once, and trained meanwhile. See <see cref="ArticleFinder.ReadyAsync"/>.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var (index, version) = await ReadAsync(CancellationToken.None, cancellationToken);
        await index.Built;
        Use(index, version);
        _ = WatchAsync(index.Trained);
    }

#pragma warning disable CA1031 // Nobody waits for it; whoever asks tries it again.
    private async Task WatchAsync(Task training)
    {
        try
        {
            await training;
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The ranking could not be trained; it is tried again with the next question");
        }
    }
#pragma warning restore CA1031

    private async Task<(ArticleIndex Index, long Version)> ReadAsync(CancellationToken training, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var version = await StoreVersions.ReadAsync(db, cancellationToken);
        var articles = await db.Articles.ToListAsync(cancellationToken);
        var lexicon = await Lexicon.LoadAsync(
            ContentFolders.Shipped(options.Value), articles.Select(article => article.Language).Distinct(StringComparer.Ordinal), cancellationToken);
        lexicon = await NeverAnswerList.AddToAsync(db, lexicon with { Embeddings = model.Embeddings }, cancellationToken);
        return (ArticleIndex.Begin(articles, lexicon, TrainingFiles.Of(options.Value, db, logger), training), version);
    }

    private void Use(ArticleIndex index, long version)
    {
        Use(index);
        Interlocked.Exchange(ref _version, version);
    }

    /// <summary>Whether something was taught since, perhaps at another replica.</summary>
    public async Task<bool> IsStaleAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await StoreVersions.ReadAsync(db, cancellationToken) != Interlocked.Read(ref _version);
    }

    internal void Use(ArticleIndex index) => _index = index;
}
