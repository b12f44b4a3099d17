using System.Diagnostics;
using BillingBot.Knowledge.Articles.Search;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>Teaches the bot's own search some articles and asks it questions.</summary>
public sealed class Evaluator(ArticleFinder finder, LexiconSource lexicons)
{
    /// <summary>Asked before the clock runs, so that compiling is not measured.</summary>
    private const int WarmUp = 200;
    private static readonly LocalDate Today = new(2026, 1, 1);

    /// <param name="train">Every label becomes an article.</param>
    /// <param name="calibrate">Not taught; confidence is measured on them as well. May be empty.</param>
    /// <param name="test">Asked.</param>
    /// <param name="language">Of all of them.</param>
    /// <param name="progress">Questions asked so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<EvaluationRun> RunAsync(
        IReadOnlyList<LabelledQuestion> train,
        IReadOnlyList<LabelledQuestion> calibrate,
        IReadOnlyList<LabelledQuestion> test,
        string language,
        IProgress<int> progress,
        CancellationToken cancellationToken)
    {
        var lexicon = LabelledStore.Lexicon(await lexicons.LoadAsync([language], cancellationToken), train, calibrate, language);
        var articles = LabelledStore.Articles(train, language);
        return Ask(articles, lexicon, test, language, progress, cancellationToken);
    }

    internal EvaluationRun Ask(
        IReadOnlyList<Article> articles,
        Lexicon lexicon,
        IReadOnlyList<LabelledQuestion> test,
        string language,
        IProgress<int> progress,
        CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var index = ArticleIndex.Build(articles, lexicon, cancellationToken: cancellationToken);
        var trained = Stopwatch.GetElapsedTime(started);
        var section = index.Section(language, Audience.Customer)
            ?? throw new InvalidDataException("There is nothing to learn from: no question of the training file has a label other than oos.");
        foreach (var question in test.Take(WarmUp))
        {
            Ask(section, question, language);
        }

        List<Answered> answers = [];
        foreach (var question in test)
        {
            cancellationToken.ThrowIfCancellationRequested();
            answers.Add(Ask(section, question, language));
            progress.Report(answers.Count);
        }

        return new EvaluationRun(answers, trained, section.Bytes, finder.Threshold(section));
    }

    private Answered Ask(ArticleSection section, LabelledQuestion question, string language)
    {
        var started = Stopwatch.GetTimestamp();
        var decided = finder.Decide(section, new SearchRequest(question.Text, language, Audience.Customer, Today));
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return decided.Finding switch
        {
            Finding.Sure sure => Answer(sure.Match.Article.Topic, sure.Match.Confidence),
            Finding.Variants variants => Answer(variants.Topic, variants.Matches.Sum(match => match.Confidence)),
            _ => Abstain(),
        };

        Answered Answer(string topic, double confidence) => new(
            question, topic, confidence, Math.Max(confidence, Ranking().ChoiceConfidence), IsAnswered: true, [], took);

        Answered Abstain()
        {
            var ranking = Ranking();
            IReadOnlyList<string> offered = decided.Finding is Finding.Which which ? [.. which.Matches.Select(match => match.Article.Topic).Distinct(StringComparer.Ordinal)] : [];
            return new Answered(
                question, ranking.Topics.Count == 0 ? null : ranking.Topics[0].Topic, ranking.Topics.Count == 0 ? 0 : ranking.Topics[0].Confidence,
                ranking.ChoiceConfidence, IsAnswered: false, offered, took);
        }

        Ranking Ranking() => decided.Ranking ?? section.Rank(question.Text, Today);
    }
}
