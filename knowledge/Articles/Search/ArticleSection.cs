using BillingBot.Knowledge.Articles.Embedding;
using BillingBot.Knowledge.Articles.Evaluation;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// The articles of one language that one audience may see, ready to be searched. An article for others is not in it, so
/// that no ranking can bring it up.
/// </summary>
internal sealed class ArticleSection
{
    private readonly Featurizer _featurizer;
    private readonly Spelling _spelling;
    private readonly Embeddings? _embeddings;
    private readonly List<Article[]> _topics;
    private readonly Dictionary<string, Article> _byId;
    private readonly Dictionary<string, Article> _byTitle;
    private readonly Dictionary<string, Article> _byQuestion;
    private readonly HashSet<string> _unanswered;
    private readonly Lazy<Training> _training;
    private volatile HoldingTopics? _holding;

    /// <param name="language">Of the articles.</param>
    /// <param name="articles">All that the audience may see.</param>
    /// <param name="lexicon">What is known besides the articles.</param>
    /// <param name="files">Where what was trained is kept; null for nowhere.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public ArticleSection(
        string language,
        IReadOnlyList<Article> articles,
        Lexicon lexicon,
        TrainingFiles? files,
        CancellationToken cancellationToken)
    {
        _featurizer = new Featurizer(lexicon.Synonyms);
        _embeddings = lexicon.Embeddings;
        _topics = [.. articles.GroupBy(article => article.Topic, StringComparer.Ordinal).Select(group => group.ToArray())];
        _byId = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);
        _byTitle = articles.DistinctBy(article => TextFolding.Fold(article.Title), StringComparer.Ordinal)
            .ToDictionary(article => TextFolding.Fold(article.Title), StringComparer.Ordinal);
        _byQuestion = articles.SelectMany(article => article.Questions.Select(question => (Words: _featurizer.Normalize(question), article)))
            .GroupBy(entry => entry.Words, entry => entry.article, StringComparer.Ordinal)
            .Where(asked => asked.Key.Length > 0 && asked.All(article => article.Topic == asked.First().Topic))
            .ToDictionary(asked => asked.Key, asked => asked.First(), StringComparer.Ordinal);
        _unanswered = lexicon.OffTopicIn(language).Concat(lexicon.UnansweredIn(language)).Select(TextFolding.Fold).ToHashSet(StringComparer.Ordinal);
        List<Taught> taught =
        [
            .. _topics.SelectMany((articles, topic) => articles.SelectMany(Texts).Select(text => new Taught(text.Text, topic, text.IsQuestion))),
            .. lexicon.OffTopicIn(language).Select(text => new Taught(text, Example.OffTopic, IsQuestion: true)),
            .. lexicon.UnansweredIn(language).Select(text => new Taught(text, Example.Unanswered, IsQuestion: true)),
        ];
        _spelling = new Spelling(taught.Select(text => TextFolding.Fold(text.Text)), lexicon.Synonyms.Words);
        var asked = lexicon.AskedIn(language);
        var key = Trainings.KeyOf(lexicon.Synonyms, taught, _topics.Select(articles => articles[0].Topic), asked, _embeddings);

        // What sentences mean to an encoder is not kept in a file: it has a file of its own, which may be another one next time.
        files = _embeddings is null ? files : null;
        // What fails is tried again; that it is not done twice at once is seen to there.
        _training = new(() => Trainings.Of(key, () => files?.Load(key) ?? Train(taught, asked, key, files, cancellationToken), cancellationToken), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>Learns from the articles; what needs that, such as <see cref="Rank"/>, waits until then.</summary>
    public void Train() => _ = _training.Value;

    /// <summary>Of the trained model.</summary>
    public long Bytes => _training.Value.Ranker.Bytes;

    /// <summary>Everything the articles teach, in the order of <see cref="Similarities"/>.</summary>
    public IEnumerable<(Article Article, string Text)> Taught => _topics.SelectMany(articles => articles)
        .SelectMany(article => Texts(article).Select(taught => (article, taught.Text)));

    /// <summary>How like a text is to what was taught; what no article answers comes last.</summary>
    public float[] Similarities(string text) => _training.Value.Ranker.Similarities(Corrected(text));

    /// <summary>The features of a text that are words or what they mean.</summary>
    public ulong[] Words(string text) => [.. Corrected(text).Blocks[0].Select(feature => feature.Key)];

    /// <summary>How sure an answer must be for a share of them to be right.</summary>
    public double ThresholdFor(double precision) => _training.Value.Calibration.Curve.ThresholdFor(precision);

    public Article? WithId(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <param name="folded">See <see cref="TextFolding"/>.</param>
    /// <param name="today">The article must hold.</param>
    public Article? WithTitle(string folded, LocalDate today) => Holding(_byTitle.GetValueOrDefault(folded), today);

    /// <summary>The article that was taught this question, in the same words but for synonyms and numbers; null when those are asked of several topics.</summary>
    public Article? WithQuestion(string text, LocalDate today) => Holding(_byQuestion.GetValueOrDefault(_featurizer.Normalize(text)), today);

    /// <summary>Whether it is known that no article answers these very words.</summary>
    public bool IsUnanswered(string folded) => _unanswered.Contains(folded);

    public IReadOnlyList<Article> InTopic(string topic, LocalDate today) =>
        [.. _topics.First(articles => articles[0].Topic == topic).Where(article => article.HoldsOn(today))];

    /// <summary>The likeliest topics that hold something today.</summary>
    public Ranking Rank(string text, LocalDate today)
    {
        var (ranker, calibration) = _training.Value;
        var holding = HoldingOn(today);
        var ranked = ranker.Rank(Read(text), topic => holding[topic], Calibration.Choices);
        if (ranked.Evidence is null)
        {
            return Ranking.Empty;
        }

        var best = calibration.Best(ranked.Evidence);
        var choice = calibration.Choice(ranked.Evidence, best);
        var others = ranked.Topics.Skip(1).Sum(score => score.Probability) + 1e-6f;
        return new Ranking(
            [.. ranked.Topics.Select((score, place) => new RankedTopic(
                _topics[score.Topic][0].Topic, place == 0 ? best : (choice - best) * score.Probability / others))],
            choice);
    }

    private Training Train(
        List<Taught> taught, IReadOnlyList<LabelledQuestion> asked, string key, TrainingFiles? files, CancellationToken cancellationToken)
    {
        List<Example> examples =
        [
            .. taught.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Select(text => new Example(_featurizer.Read(text.Text) with { Meaning = _embeddings?.OfTaught(text.Text) }, text.Topic, text.IsQuestion)),
        ];
        var plan = TrainingPlan.For(examples.Count, _topics.Count);
        (TopicRanker? ranker, IReadOnlyList<HeldOut> held) = (null, []);
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancellationToken },
            () => ranker = new TopicRanker(examples, plan, cancellationToken),
            () => held = HeldOutQuestions.Ask(examples, plan, Calibration.Choices, cancellationToken));
        var training = new Training(ranker!, new Calibration(held, [.. asked.Select(question => Judge(ranker!, question))]));
        files?.Save(key, training);
        return training;
    }

    private HeldOut Judge(TopicRanker ranker, LabelledQuestion question)
    {
        var right = Enumerable.Range(0, _topics.Count)
            .Where(topic => question.Labels.Contains(_topics[topic][0].Topic, StringComparer.Ordinal)).ToHashSet();
        return HeldOutQuestions.Judge(
            ranker.Rank(Read(question.Text), _ => true, Calibration.Choices),
            right,
            right.Count > 0 ? QuestionKind.Answerable : QuestionKind.NearMiss);
    }

    private static IEnumerable<(string Text, bool IsQuestion)> Texts(Article article) => article.Questions
        .Append(article.Title).Select(text => (text, true)).Concat(AnswerParts.Of(article.Answer).Select(text => (text, false)));

    /// <summary>Of what is asked; what was taught is taken as it is written.</summary>
    private TextFeatures Read(string text) => Corrected(text) with { Meaning = _embeddings?.OfAsked(text) };

    private TextFeatures Corrected(string text) => _featurizer.ReadFolded(_spelling.Correct(TextFolding.Fold(text)));

    private bool[] HoldingOn(LocalDate day)
    {
        if (_holding is not { } known || known.Day != day)
        {
            known = new(day, [.. _topics.Select(articles => Array.Exists(articles, article => article.HoldsOn(day)))]);
            _holding = known;
        }

        return known.Topics;
    }

    private static Article? Holding(Article? article, LocalDate today) => article?.HoldsOn(today) == true ? article : null;

    /// <summary>Which topics have an article on a day.</summary>
    private sealed record HoldingTopics(LocalDate Day, bool[] Topics);
}
