using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Tells staff why the search decides about a text as it does. It reads the whole store, so it is not for every message.</summary>
public sealed class SearchExplainer(ArticleStore store, ArticleFinder finder, IOptions<AnswerOptions> options)
{
    private const int MostCandidates = 6;
    private const int MostNear = 3;

    /// <summary>Words that tell nothing by themselves.</summary>
    private static readonly HashSet<string> Little = new(
        "a an the i we you he she it they me us my our your his her its their is are am was were be been do does did have has had can could will would may might shall should must to of for in on at by as and or but not no if so with from this that these those there here what when where who which how why please just about any some ok hi hello".Split(' '),
        StringComparer.Ordinal);

    /// <returns>Null when the store has no article for the request's language and audience.</returns>
    public Explanation? Explain(SearchRequest request)
    {
        if (store.Index.Section(request.Language, request.Audience) is not { } section)
        {
            return null;
        }

        var decided = finder.Decide(section, request);
        var folded = TextFolding.Fold(Cut.To(request.Text, options.Value.LongestQuestion));
        var hints = QueryHints.Read(folded);
        var ranking = decided.Ranking ?? section.Rank(decided.Searched, request.Today);
        IReadOnlyList<ArticleMatch> candidates =
        [
            .. (decided.Exact is { } exact ? [new(exact, 1)] : (IEnumerable<ArticleMatch>)[])
                .Concat(ranking.Topics.Where(topic => topic.Topic != request.ExcludedTopic).SelectMany(topic => VariantChooser
                    .Choose(section.InTopic(topic.Topic, request.Today), hints, previous: null)
                    .Select(article => new ArticleMatch(article, topic.Confidence))))
                .DistinctBy(match => match.Article.Id, StringComparer.Ordinal).Take(MostCandidates),
        ];
        return new Explanation(
            decided.Basis, options.Value.Precision, finder.Threshold(section), options.Value.MinimumConfidence is not null,
            candidates, Words(section, folded, candidates.Count == 0 ? null : candidates[0].Article), Nearest(section, decided.Searched));
    }

    private static List<NearText> Nearest(ArticleSection section, string text) =>
        [.. section.Taught.Zip(section.Similarities(text), (taught, similarity) => new NearText(taught.Article, taught.Text, similarity))
            .Where(near => near.Similarity > 0)
            .OrderByDescending(near => near.Similarity).DistinctBy(near => near.Article.Id, StringComparer.Ordinal).Take(MostNear)];

    private static List<ExplainedWord> Words(ArticleSection section, string folded, Article? likeliest)
    {
        var asked = Script.Runs(folded).SelectMany(run => run.HasNoSpaces ? Script.ContentWords(run.Text) : [run.Text])
            .Where(word => !Little.Contains(word)).Distinct(StringComparer.Ordinal).Select(word => (Text: word, Features: section.Words(word))).Where(word => word.Features.Length > 0).ToList();
        var (matched, taught) = (new HashSet<ulong>(), new HashSet<ulong>());
        foreach (var (article, text) in section.Taught)
        {
            foreach (var feature in section.Words(text))
            {
                taught.Add(feature);
                if (article.Topic == likeliest?.Topic)
                {
                    matched.Add(feature);
                }
            }
        }

        return [.. asked.Select(word => new ExplainedWord(
            word.Text, Array.Exists(word.Features, matched.Contains), Array.Exists(word.Features, taught.Contains)))];
    }
}
