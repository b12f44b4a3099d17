namespace BillingBot.Knowledge.Articles.Search;

/// <summary>All articles, ready to be searched by language and audience. Immutable; built once an import.</summary>
internal sealed class ArticleIndex
{
    public static readonly ArticleIndex Empty = new([]);
    private readonly Dictionary<(string Language, Audience Audience), ArticleSection> _sections;

    private ArticleIndex(Dictionary<(string Language, Audience Audience), ArticleSection> sections) => _sections = sections;

    public static ArticleIndex Build(IReadOnlyList<Article> articles, Lexicon lexicon)
    {
        var sections = new Dictionary<(string Language, Audience Audience), ArticleSection>();
        foreach (var language in articles.GroupBy(article => article.Language, StringComparer.Ordinal))
        {
            Article[] forStaff = [.. language.OrderBy(article => article.Id, StringComparer.Ordinal)];
            Article[] forCustomers = [.. forStaff.Where(article => article.Audience == Audience.Customer)];
            sections[(language.Key, Audience.Staff)] = new ArticleSection(language.Key, forStaff, lexicon);
            if (forCustomers.Length > 0)
            {
                sections[(language.Key, Audience.Customer)] = new ArticleSection(language.Key, forCustomers, lexicon);
            }
        }

        return new ArticleIndex(sections);
    }

    /// <summary>Null when there is no article for them.</summary>
    public ArticleSection? Section(string language, Audience audience) => _sections.GetValueOrDefault((language, audience));
}
