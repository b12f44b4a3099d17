namespace BillingBot.Knowledge.Articles.Search;

/// <summary>All articles, ready to be searched by language and audience. Immutable; built once an import.</summary>
internal sealed class ArticleIndex
{
    public static readonly ArticleIndex Empty = new([]);
    private readonly Dictionary<(string Language, Audience Audience), ArticleSection> _sections;

    private ArticleIndex(Dictionary<(string Language, Audience Audience), ArticleSection> sections) => _sections = sections;

    public static ArticleIndex Build(IReadOnlyList<Article> articles, Lexicon lexicon)
    {
        var sections = articles.GroupBy(article => article.Language, StringComparer.Ordinal)
            .SelectMany(language => Enum.GetValues<Audience>().Select(audience => (Language: language.Key, Audience: audience,
                Articles: language.Where(article => audience == Audience.Staff || article.Audience == Audience.Customer)
                    .OrderBy(article => article.Id, StringComparer.Ordinal).ToList())))
            .Where(section => section.Articles.Count > 0)
            .AsParallel()
            .Select(section => (section.Language, section.Audience, Section: new ArticleSection(section.Language, section.Articles, lexicon)))
            .ToDictionary(section => (section.Language, section.Audience), section => section.Section);
        return new ArticleIndex(sections);
    }

    /// <summary>Null when there is no article for them.</summary>
    public ArticleSection? Section(string language, Audience audience) => _sections.GetValueOrDefault((language, audience));
}
