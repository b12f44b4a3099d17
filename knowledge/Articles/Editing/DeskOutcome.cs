using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Staff;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>What came of something that staff asked of the articles.</summary>
/// <typeparam name="T">What they get when it was done.</typeparam>
public abstract record DeskOutcome<T>
{
    private DeskOutcome()
    {
    }

    public sealed record Done(T Value) : DeskOutcome<T>;

    /// <summary>They may not.</summary>
    public sealed record Refused(StaffRole Needed) : DeskOutcome<T>;

    /// <summary>There is no such article or revision.</summary>
    public sealed record Missing : DeskOutcome<T>;

    /// <summary>Nothing was changed, for these reasons.</summary>
    public sealed record Invalid(IReadOnlyList<ImportError> Problems) : DeskOutcome<T>;

    /// <summary>Somebody else was first; nothing was changed.</summary>
    public sealed record Conflict(ArticleRevision Newest) : DeskOutcome<T>;
}
