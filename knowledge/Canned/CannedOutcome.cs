using BillingBot.Knowledge.Staff;

namespace BillingBot.Knowledge.Canned;

/// <summary>What came of a change to a canned reply.</summary>
public abstract record CannedOutcome
{
    private CannedOutcome()
    {
    }

    public sealed record Done(CannedReply Reply) : CannedOutcome;

    /// <summary>They may not.</summary>
    public sealed record Refused(StaffRole Needed) : CannedOutcome;

    /// <summary>There is none any more.</summary>
    public sealed record Missing : CannedOutcome;

    /// <summary>A title or text is empty or too long.</summary>
    /// <param name="Field">Name of the member of <see cref="CannedText"/>.</param>
    /// <param name="Longest">Characters it may have.</param>
    public sealed record BadLength(string Field, int Longest) : CannedOutcome;

    /// <summary>A text has a place that nobody can fill.</summary>
    /// <param name="Field">Name of the member of <see cref="CannedText"/>.</param>
    /// <param name="Placeholder">As written, with its braces.</param>
    public sealed record UnknownPlaceholder(string Field, string Placeholder) : CannedOutcome;

    /// <summary>Somebody else was first; nothing was changed.</summary>
    public sealed record Conflict(CannedReply Newest) : CannedOutcome;
}
