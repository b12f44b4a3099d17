using NodaTime;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// The articles of one language that one audience may see, ready to be searched. An article for others is not in it, so
/// that no ranking can bring it up.
/// </summary>
internal sealed class ArticleSection
{
    private readonly Featurizer _featurizer;
    private readonly List<Article[]> _topics;
    private readonly Dictionary<string, Article> _byId;
    private readonly Dictionary<string, Article> _byTitle;
    private readonly Dictionary<string, Article> _byQuestion;
    private readonly TopicRanker _ranker;
    private readonly LogisticGate _best;
    private readonly LogisticGate _choice;

    public ArticleSection(string language, IReadOnlyList<Article> articles, Lexicon lexicon)
    {
        _featurizer = new Featurizer(language, lexicon.Synonyms);
        _topics = [.. articles.GroupBy(article => article.Topic, StringComparer.Ordinal).Select(group => group.ToArray())];
        _byId = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        _byTitle = FirstBy(articles.Select(article => (article.Title, article)));
        _byQuestion = FirstBy(articles.SelectMany(article => article.Questions.Select(question => (question, article))));
        var examples = _topics.SelectMany((articles, topic) => Examples(articles, topic))
            .Concat(lexicon.OffTopicIn(language).Select(text => Example(text, Search.Example.OffTopic, isQuestion: true)))
            .ToList();
        _ranker = new TopicRanker(_featurizer, examples, _topics.Count);
        (_best, _choice) = Calibration.Fit(_ranker, examples, _topics.Count);
    }

    public Article? WithId(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <param name="folded">See <see cref="TextFolding"/>.</param>
    /// <param name="today">The article must hold.</param>
    public Article? WithTitle(string folded, LocalDate today) => Holding(_byTitle.GetValueOrDefault(folded), today);

    public Article? WithQuestion(string folded, LocalDate today) => Holding(_byQuestion.GetValueOrDefault(folded), today);

    public IReadOnlyList<Article> InTopic(string topic, LocalDate today) =>
        [.. _topics.First(articles => articles[0].Topic == topic).Where(article => article.HoldsOn(today))];

    /// <summary>The likeliest topics that hold something today.</summary>
    public Ranking Rank(string text, LocalDate today)
    {
        var holding = _topics.Select(articles => Array.Exists(articles, article => article.HoldsOn(today))).ToArray();
        var ranked = _ranker.Rank(_featurizer.Normalize(text), holding, Calibration.Choices);
        if (ranked.Count == 0)
        {
            return Ranking.Empty;
        }

        var best = _best.Probability(ranked[0].Evidence);
        return new Ranking(
            [.. ranked.Select((score, place) => new RankedTopic(
                _topics[score.Topic][0].Topic,
                place == 0 ? best : MathF.Min(_best.Probability(score.Evidence), MathF.Min(best, 1 - best))))],
            MathF.Max(best, _choice.Probability(ranked[0].Evidence)));
    }

    private IEnumerable<Example> Examples(Article[] articles, int topic) => articles.SelectMany(article => article.Questions
        .Append(article.Title).Select(text => Example(text, topic, isQuestion: true))
        .Concat(AnswerParts.Of(article.Answer).Select(text => Example(text, topic, isQuestion: false))));

    private Example Example(string text, int topic, bool isQuestion) => new(_featurizer.Normalize(text), topic, isQuestion);

    private static Article? Holding(Article? article, LocalDate today) => article?.HoldsOn(today) == true ? article : null;

    private static Dictionary<string, Article> FirstBy(IEnumerable<(string Words, Article Article)> entries) => entries
        .DistinctBy(entry => TextFolding.Fold(entry.Words), StringComparer.Ordinal)
        .ToDictionary(entry => TextFolding.Fold(entry.Words), entry => entry.Article, StringComparer.Ordinal);
}
