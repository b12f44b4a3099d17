using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Articles;

/// <summary>Asks an index as the bot does; no database behind it.</summary>
internal sealed class Searcher
{
    private static readonly string[] OffTopic = ["how do I cook rice", "tell me a joke", "what is the weather like"];
    private readonly ArticleIndex _index;
    private readonly ArticleFinder _finder;

    public Searcher(ArticleIndex index)
    {
        _index = index;
        var services = new ServiceCollection().AddLogging().AddArticles()
            .AddDbContextFactory<BillingDb>()
            .BuildServiceProvider();
        services.GetRequiredService<ArticleStore>().Use(index);
        _finder = services.GetRequiredService<ArticleFinder>();
    }

    public static Searcher Over(params IReadOnlyList<Article> articles) => new(ArticleIndex.Build(
        articles, new Lexicon(Synonyms.None, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["en"] = OffTopic })));

    public Finding Ask(
        string text, string language = "en", Audience audience = Audience.Customer, LocalDate? today = null,
        string? previousArticle = null, string? previousQuestion = null) =>
        _finder.Find(new SearchRequest(text, language, audience, today ?? TestArticles.Today, previousArticle, previousQuestion));

    public DecisionBasis Basis(string text, string? previousArticle = null) =>
        _finder.Decide(_index.Section("en", Audience.Customer)!, new SearchRequest(text, "en", Audience.Customer, TestArticles.Today, previousArticle)).Basis;

    /// <summary>The ids of everything a finding shows.</summary>
    public static IReadOnlyList<string> Shown(Finding finding) => [.. Matches(finding).Select(match => match.Article.Id)];

    public static IReadOnlyList<ArticleMatch> Matches(Finding finding) => finding switch
    {
        Finding.Sure sure => [sure.Match],
        Finding.Which which => which.Matches,
        Finding.Variants variants => variants.Matches,
        Finding.Unsure unsure => unsure.Nearest,
        _ => throw new InvalidOperationException($"Unknown finding {finding}"),
    };
}
