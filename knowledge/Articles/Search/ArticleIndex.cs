namespace BillingBot.Knowledge.Articles.Search;

/// <summary>All articles, ready to be searched by language and audience. Immutable; built once an import.</summary>
internal sealed class ArticleIndex
{
    public static readonly ArticleIndex Empty = new([]);
    private readonly Dictionary<(string Language, Audience Audience), Lazy<ArticleSection>> _sections;

    private ArticleIndex(Dictionary<(string Language, Audience Audience), Lazy<ArticleSection>> sections, CancellationToken cancellationToken = default)
    {
        _sections = sections;
        Task<ArticleSection>[] built =
        [
            .. sections.Where(section => section.Key.Audience == Audience.Customer).Select(section => Task.Run(() => section.Value.Value, cancellationToken)),
        ];
        Built = Task.WhenAll(built);
        Trained = TrainAsync(built, cancellationToken);
    }

    /// <summary>Customers' sections find what is asked in their own words.</summary>
    public Task Built { get; }

    /// <summary>Customers' sections, side by side; staff's are trained when staff first search.</summary>
    public Task Trained { get; }

    /// <summary>With customers' sections trained.</summary>
    public static ArticleIndex Build(
        IReadOnlyList<Article> articles, Lexicon lexicon, TrainingFiles? files = null, CancellationToken cancellationToken = default)
    {
        var index = Begin(articles, lexicon, files, cancellationToken);
        index.Trained.GetAwaiter().GetResult();
        return index;
    }

    /// <summary>Finds articles asked for in their own words at once; what else is asked waits until it is <see cref="Trained"/>.</summary>
    public static ArticleIndex Begin(IReadOnlyList<Article> articles, Lexicon lexicon, TrainingFiles? files, CancellationToken cancellationToken) => new(
        articles.GroupBy(article => article.Language, StringComparer.Ordinal)
            .SelectMany(language => Enum.GetValues<Audience>().Select(audience => (Language: language.Key, Audience: audience,
                Articles: language.Where(article => audience == Audience.Staff || article.Audience == Audience.Customer)
                    .OrderBy(article => article.Id, StringComparer.Ordinal).ToList())))
            .Where(section => section.Articles.Count > 0)
            .ToDictionary(
                section => (section.Language, section.Audience),
                section => new Lazy<ArticleSection>(
                    () => new ArticleSection(section.Language, section.Articles, lexicon, files, cancellationToken))),
        cancellationToken);

    /// <summary>Null when there is no article for them.</summary>
    public ArticleSection? Section(string language, Audience audience) => _sections.GetValueOrDefault((language, audience))?.Value;

    private static async Task TrainAsync(IReadOnlyList<Task<ArticleSection>> sections, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(sections.Select(section => Task.Run(async () => (await section).Train(), cancellationToken)));
        }
        catch (AggregateException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
