using BillingBot.Knowledge.Articles.Evaluation;

namespace BillingBot.Tests.Articles.Evaluation;

public sealed class ScoreTests
{
    [Fact]
    public void Shares_are_of_the_questions_they_are_about()
    {
        var score = Score.Of([Known(0.9, right: true), Known(0.8, right: false), Known(0.4, right: true), Unknown(0.7), Unknown(0.1)]);
        Assert.Equal((3, 2), (score.Answerable, score.Unanswerable));
        Assert.Equal(2 / 3.0, score.Accuracy!.Value, 6);
        Assert.Equal(2 / 3.0, score.Coverage!.Value, 6);
        Assert.Equal(1 / 3.0, score.Precision!.Value, 6);
        Assert.Equal(1 / 2.0, score.UnknownAnswered!.Value, 6);
    }

    [Fact]
    public void The_area_counts_pairs_in_order_and_half_of_those_tied()
    {
        Assert.Equal(1, Score.Of([Known(0.9, right: true), Unknown(0.1)]).Auroc!.Value, 6);
        Assert.Equal(0.5, Score.Of([Known(0.5, right: true), Unknown(0.5)]).Auroc!.Value, 6);
        Assert.Equal(0.75, Score.Of([Known(0.9, right: true), Known(0.4, right: true), Unknown(0.6), Unknown(0.1)]).Auroc!.Value, 6);
    }

    [Fact]
    public void Coverage_at_a_precision_may_pass_an_early_mistake()
    {
        Answered[] answers = [Known(0.99, right: false), .. Enumerable.Range(0, 30).Select(_ => Known(0.9, right: true)), Known(0.2, right: false)];
        Assert.Equal(31 / 32.0, Score.Of([.. answers[..^1], Known(0.2, right: true) with { Best = null }]).CoverageAt95!.Value, 6);
    }

    [Fact]
    public void What_cannot_be_measured_is_not_a_number()
    {
        var score = Score.Of([Known(0.9, right: true)]);
        Assert.Null(score.Auroc);
        Assert.Null(score.Fpr95);
        Assert.Null(score.UnknownAnswered);
        Assert.Null(Score.Of([Unknown(0.3)]).Accuracy);
    }

    [Fact]
    public void An_interval_is_Wilson_s()
    {
        var interval = Interval.Share(81, 263)!;
        Assert.Equal(0.2553, interval.Low, 4);
        Assert.Equal(0.3662, interval.High, 4);
    }

    private static Answered Known(double confidence, bool right) => new(
        new LabelledQuestion("q", ["a"]), right ? "a" : "b", confidence, confidence, confidence > 0.5, [], 1);

    private static Answered Unknown(double confidence) => new(
        new LabelledQuestion("q", []), "a", confidence, confidence, confidence > 0.5, [], 1);
}
