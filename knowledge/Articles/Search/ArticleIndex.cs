namespace BillingBot.Knowledge.Articles.Search;

/// <summary>All articles, ready to be searched by language and audience. Immutable; built once an import.</summary>
internal sealed class ArticleIndex
{
    public static readonly ArticleIndex Empty = new([]);
    private readonly Dictionary<(string Language, Audience Audience), Lazy<ArticleSection>> _sections;

    private ArticleIndex(Dictionary<(string Language, Audience Audience), Lazy<ArticleSection>> sections) => _sections = sections;

    /// <summary>Customers' sections are trained here, side by side; staff's when staff first search.</summary>
    public static ArticleIndex Build(IReadOnlyList<Article> articles, Lexicon lexicon, CancellationToken cancellationToken = default)
    {
        var sections = articles.GroupBy(article => article.Language, StringComparer.Ordinal)
            .SelectMany(language => Enum.GetValues<Audience>().Select(audience => (Language: language.Key, Audience: audience,
                Articles: language.Where(article => audience == Audience.Staff || article.Audience == Audience.Customer)
                    .OrderBy(article => article.Id, StringComparer.Ordinal).ToList())))
            .Where(section => section.Articles.Count > 0)
            .ToDictionary(
                section => (section.Language, section.Audience),
                section => new Lazy<ArticleSection>(() => new ArticleSection(section.Language, section.Articles, lexicon, cancellationToken)));
        try
        {
            Parallel.ForEach(
                sections.Where(section => section.Key.Audience == Audience.Customer), section => _ = section.Value.Value);
        }
        catch (AggregateException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        return new ArticleIndex(sections);
    }

    /// <summary>Null when there is no article for them.</summary>
    public ArticleSection? Section(string language, Audience audience) => _sections.GetValueOrDefault((language, audience))?.Value;
}
