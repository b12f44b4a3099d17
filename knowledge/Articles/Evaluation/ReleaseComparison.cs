namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>What a release would do to the answers to the evaluation questions.</summary>
/// <param name="Questions">How many were asked.</param>
/// <param name="Worse">Those that would be answered worse.</param>
/// <param name="Better">How many would be answered better.</param>
public sealed record ReleaseComparison(int Questions, IReadOnlyList<ChangedAnswer> Worse, int Better)
{
    /// <summary>More is lost than won.</summary>
    public bool IsWorse => Worse.Count > Better;
}
