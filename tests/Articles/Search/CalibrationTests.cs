using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

public sealed class CalibrationTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(3_000)]
    public void Confidence_is_the_share_that_is_right_with_few_questions_and_with_many(int questions)
    {
        var calibration = new Calibration([.. Questions(questions)], []);
        Assert.InRange(calibration.Best(Evidence(0.95f)), 0.9f, 1);
        Assert.InRange(calibration.Best(Evidence(0.1f)), 0, 0.25f);
        var best = calibration.Best(Evidence(0.5f));
        Assert.True(calibration.Choice(Evidence(0.5f), best) >= best);
    }

    [Fact]
    public void A_higher_precision_asks_for_more_confidence()
    {
        var curve = new Calibration([.. Questions(1_000)], []).Curve;
        Assert.True(curve.ThresholdFor(0.8) < curve.ThresholdFor(0.95), $"{curve.ThresholdFor(0.8)} {curve.ThresholdFor(0.95)}");
        Assert.InRange(curve.ThresholdFor(0.95), 0.3, 0.999);
    }

    [Fact]
    public void A_single_wrong_answer_does_not_move_the_threshold()
    {
        var questions = Enumerable.Range(1, 200).Select(number => Evidence(number / 200f)).ToList();
        var confidences = questions.ToDictionary(evidence => evidence, evidence => evidence.Probability);
        Assert.Equal(Threshold(wrong: null), Threshold(wrong: 190));

        double Threshold(int? wrong) => new PrecisionCurve(
            [.. questions.Select((evidence, index) => new GateExample(evidence, index != wrong && index > 100, 1))], confidences).ThresholdFor(0.8);
    }

    [Fact]
    public void Held_out_questions_that_are_harder_than_asked_ones_do_not_lower_confidence()
    {
        var asked = Enumerable.Range(0, 300).Select(index => new HeldOut(
            new TopicScores([new TopicScore(0, 0.7f)], Evidence(0.5f + (0.001f * index))), index % 10 == 0 ? -1 : 0, QuestionKind.Answerable)).ToList();
        var harder = new Calibration([.. Questions(1_000)], []);
        var known = new Calibration([.. Questions(1_000)], asked);
        Assert.True(known.Best(Evidence(0.5f)) > harder.Best(Evidence(0.5f)) + 0.1f);
        Assert.True(known.Curve.ThresholdFor(0.8) <= harder.Curve.ThresholdFor(0.8));
    }

    [Fact]
    public void Without_questions_the_aim_itself_is_asked_for() =>
        Assert.Equal(0.965, new Calibration([], []).Curve.ThresholdFor(0.95), 3);

    /// <summary>As the probability says, so often right; the probabilities are spread evenly.</summary>
    private static IEnumerable<HeldOut> Questions(int count)
    {
        var random = new Random(7);
        for (var index = 0; index < count; index++)
        {
            var probability = random.NextSingle();
            var isRight = random.NextSingle() < probability * probability * (3 - (2 * probability));
            yield return new HeldOut(
                new TopicScores([new TopicScore(0, probability)], Evidence(probability)), isRight ? 0 : -1, QuestionKind.Answerable);
        }
    }

    private static Evidence Evidence(float probability) => new(
        probability, 1 - probability, 0.1f, 0.5f, probability, 1, probability, probability, 0.2f, 0.8f, probability, 5, 10);
}
