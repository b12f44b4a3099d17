namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>What the check before a release found.</summary>
public abstract record ReleaseOutcome
{
    private ReleaseOutcome()
    {
    }

    public sealed record Compared(ReleaseComparison Comparison) : ReleaseOutcome;

    /// <summary>There is nothing to compare: no evaluation list, no change for customers, or a text that cannot be published.</summary>
    public sealed record Nothing : ReleaseOutcome;

    /// <summary>The evaluation list cannot be read; the problem names file, line and mend.</summary>
    public sealed record Unreadable(string Problem) : ReleaseOutcome;
}
