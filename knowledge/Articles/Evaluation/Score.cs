namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>How good a set of answers is. A measure that the questions cannot give, for want of unknown ones for example, is null.</summary>
/// <param name="Accuracy">Of the answerable questions: the likeliest article is right, however sure.</param>
/// <param name="Auroc">Chance that an answerable question seems more answerable than an unanswerable one.</param>
/// <param name="Fpr95">Of the unanswerable: taken for answerable where 95 % of the answerable are.</param>
/// <param name="CoverageAt95">Of the answerable: answered, with the threshold chosen on these very questions for 95 % precision.</param>
/// <param name="Coverage">Of the answerable: answered by the bot as it is set.</param>
/// <param name="Precision">Of all it answers: right.</param>
/// <param name="UnknownAnswered">Of the unanswerable: answered nevertheless.</param>
/// <param name="ChoiceOffered">Of the answerable: offered a choice of a few.</param>
/// <param name="ChoiceRight">Of those: the right one was among them.</param>
public sealed record Score(
    int Answerable,
    int Unanswerable,
    Interval? Accuracy,
    Interval? Auroc,
    Interval? Fpr95,
    Interval? CoverageAt95,
    Interval? Coverage,
    Interval? Precision,
    Interval? UnknownAnswered,
    Interval? ChoiceOffered,
    Interval? ChoiceRight)
{
    private const double Wanted = 0.95;

    public static Score Of(IReadOnlyList<Answered> answers)
    {
        var known = answers.Where(answer => answer.Question.IsAnswerable).ToList();
        var unknown = answers.Where(answer => !answer.Question.IsAnswerable).ToList();
        var offered = known.Where(answer => answer.Offered.Count > 0).ToList();
        return new Score(
            known.Count,
            unknown.Count,
            Share(known, answer => answer.IsRight),
            known.Count == 0 || unknown.Count == 0 ? null : Interval.Area(Area(known, unknown), known.Count, unknown.Count),
            known.Count == 0 ? null : Share(unknown, Above(known)),
            Interval.Share(AnsweredAtWantedPrecision(answers), known.Count),
            Share(known, answer => answer.IsAnswered),
            Share([.. answers.Where(answer => answer.IsAnswered)], answer => answer.IsRight),
            Share(unknown, answer => answer.IsAnswered),
            Share(known, answer => answer.Offered.Count > 0),
            Share(offered, answer => answer.Offered.Intersect(answer.Question.Labels, StringComparer.Ordinal).Any()));
    }

    private static Interval? Share(IReadOnlyCollection<Answered> answers, Func<Answered, bool> counts) =>
        Interval.Share(answers.Count(counts), answers.Count);

    private static double Area(List<Answered> known, List<Answered> unknown)
    {
        var sorted = known.Select(answer => answer.Answerable).Order().ToArray();
        return unknown.Average(answer =>
        {
            var (below, notAbove) = (Count(sorted, answer.Answerable, orEqual: false), Count(sorted, answer.Answerable, orEqual: true));
            return (sorted.Length - notAbove + ((notAbove - below) / 2.0)) / sorted.Length;
        });
    }

    /// <summary>How many are less than a value.</summary>
    private static int Count(double[] sorted, double value, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value || (orEqual && sorted[middle] <= value) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static Func<Answered, bool> Above(List<Answered> known)
    {
        var limit = known.Select(answer => answer.Answerable).Order().ElementAt((int)(known.Count * (1 - Wanted)));
        return answer => answer.Answerable >= limit;
    }

    private static int AnsweredAtWantedPrecision(IReadOnlyList<Answered> answers)
    {
        var (all, right, known, best) = (0, 0, 0, 0);
        foreach (var tied in answers.Where(answer => answer.Best is not null).GroupBy(answer => answer.Confidence).OrderByDescending(group => group.Key))
        {
            all += tied.Count();
            right += tied.Count(answer => answer.IsRight);
            known += tied.Count(answer => answer.Question.IsAnswerable);
            best = right >= Wanted * all ? known : best;
        }

        return best;
    }
}
