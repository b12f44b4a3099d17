using BillingBot.Knowledge.Articles.Import;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>A draft that is kept, whatever is in it.</summary>
/// <param name="Revision">As recorded.</param>
/// <param name="Problem">What would keep it from being published, as far as the file alone tells; null for nothing.</param>
public sealed record SavedDraft(ArticleRevision Revision, ImportError? Problem);
