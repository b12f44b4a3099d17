using BillingBot.Knowledge.Articles.Embedding;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Holds the index in use; a new one takes its place in one step, while searches go on.</summary>
public sealed class ArticleStore(IDbContextFactory<BillingDb> factory, IOptions<AnswerOptions> options, EmbeddingModel model)
{
    private volatile ArticleIndex _index = ArticleIndex.Empty;
    private long _version;

    internal ArticleIndex Index => _index;

    /// <summary>A customer's article by its id; null when there is none in the language, and for no id.</summary>
    public Article? Find(string? articleId, string language) => _index.Section(language, Audience.Customer)?.WithId(articleId);

    /// <summary>Builds the index from the articles in the database.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var version = await StoreVersions.ReadAsync(db, cancellationToken);
        var articles = await db.Articles.ToListAsync(cancellationToken);
        var lexicon = await Lexicon.LoadAsync(
            ContentFolders.Shipped(options.Value), articles.Select(article => article.Language).Distinct(StringComparer.Ordinal), cancellationToken);
        Use(ArticleIndex.Build(articles, await NeverAnswerList.AddToAsync(db, lexicon with { Embeddings = model.Embeddings }, cancellationToken), cancellationToken));
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
