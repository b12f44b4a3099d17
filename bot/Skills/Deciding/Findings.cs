using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Skills.Deciding;

/// <summary>What those who decide by the search read in what it found.</summary>
internal static class Findings
{
    /// <summary>Characters from which on a message is looked at sentence by sentence when the whole tells nothing for sure.</summary>
    public const int Long = 200;

    /// <summary>From this confidence on "is it this?" is more useful than "I do not know".</summary>
    public const double WorthAsking = 0.3;

    /// <summary>More are not asked about at once.</summary>
    public const int MostOptions = 4;

    private const double AllButRounding = 0.999;

    /// <summary>A title or a taught question, also one of a topic whose variants are still open.</summary>
    public static bool IsExact(Finding whole) => whole switch
    {
        Finding.Sure({ Confidence: 1 }) => true,
        Finding.Variants(_, var matches) => matches.Sum(match => match.Confidence) > AllButRounding,
        _ => false,
    };

    /// <summary>Whether an article's topic is at least suggested for the words, and with this confidence.</summary>
    public static bool IsNear(Finding whole, Article article, double least = 0) => whole switch
    {
        Finding.Sure({ Article: var sure }) => sure.Topic == article.Topic || sure.IsSmallTalk,
        Finding.Variants(var topic, _) => topic == article.Topic,
        Finding.Which(var matches) => matches.Any(match => match.Article.Topic == article.Topic && match.Confidence >= least),
        Finding.Unsure(var nearest) => nearest.Any(match => match.Article.Topic == article.Topic && match.Confidence >= least),
        _ => false,
    };

    /// <summary>Nothing is even near to the words.</summary>
    public static bool IsUnknown(Finding finding) => finding is Finding.Unsure(var nearest) && nearest.All(match => match.Confidence < WorthAsking);

    public static string? Topic(Finding finding) => finding switch
    {
        Finding.Sure({ Article.IsSmallTalk: false } match) => match.Article.Topic,
        Finding.Variants(var topic, _) => topic,
        _ => null,
    };

    public static List<Article> Articles(IEnumerable<ArticleMatch> matches) => [.. matches.Select(match => match.Article)];
}
