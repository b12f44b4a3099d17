using BillingBot.Knowledge.Articles;

namespace BillingBot.Tests.Articles.Evaluation;

/// <summary>Customers' turns that nobody taught are answered no worse than before.</summary>
public sealed class EvaluationScoreTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Customers_turns_are_answered_no_worse_than_recorded(string language)
    {
        var searcher = await ShippedPack.SearcherAsync();
        var asked = (await EvaluationTurn.AllAsync(language)).Select(turn =>
        {
            var finding = searcher.Ask(turn.Text, language, Audience.Customer, TestArticles.Today, turn.Previous, turn.PreviousText);
            return (Turn: turn, Finding: finding, Score: EvaluationScore.Of(turn, finding));
        }).ToList();
        foreach (var kind in asked.GroupBy(one => one.Turn.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            output.WriteLine($"{language} {kind.Key}: {Sum(kind.Select(one => one.Score))}");
        foreach (var (turn, finding, _) in asked.Where(one => one.Score.Wrong > 0))
            output.WriteLine($"wrong: {turn.Text.ReplaceLineEndings(" / ")} | {turn.Label} | shown: {string.Join('+', Searcher.Shown(finding))}");

        var score = Sum(asked.Select(one => one.Score));
        output.WriteLine($"{language}: {score}");
        var recorded = RecordedScore.Of[language];
        Assert.True(score.RightRate >= recorded.Right, $"Fewer right than the recorded {recorded.Right:P1}. {score}");
        Assert.True(score.WrongRate <= recorded.Wrong, $"More wrong answers shown than the recorded {recorded.Wrong:P1}. {score}");
    }

    private static EvaluationScore Sum(IEnumerable<EvaluationScore> scores) =>
        scores.Aggregate(EvaluationScore.None, (sum, score) => sum + score);
}
