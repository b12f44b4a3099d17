using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Evaluation;
using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Staff;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>What came of an editor's decision about a suggestion.</summary>
public abstract record SuggestionOutcome
{
    private SuggestionOutcome()
    {
    }

    /// <param name="InUse">Completes when customers' questions are answered accordingly.</param>
    public sealed record Done(Task InUse) : SuggestionOutcome;

    /// <summary>They may not.</summary>
    public sealed record Refused(StaffRole Needed) : SuggestionOutcome;

    /// <summary>There is no such suggestion or article.</summary>
    public sealed record Missing : SuggestionOutcome;

    /// <summary>Somebody else was first; nothing was changed.</summary>
    public sealed record DecidedBefore(QuestionSuggestion Suggestion) : SuggestionOutcome;

    /// <summary>Somebody is editing the article; what they wrote would be published or lost.</summary>
    public sealed record BeingEdited(ArticleRevision Draft) : SuggestionOutcome;

    /// <summary>The article with the question cannot be published, for these reasons.</summary>
    public sealed record Invalid(IReadOnlyList<ImportError> Problems) : SuggestionOutcome;

    /// <summary>Other questions would be answered worse; nothing was changed.</summary>
    public sealed record Worse(ReleaseComparison Comparison) : SuggestionOutcome;
}
