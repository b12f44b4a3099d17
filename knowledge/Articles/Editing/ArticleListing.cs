using NodaTime;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>An article in a list.</summary>
/// <param name="Article">Which.</param>
/// <param name="Title">As in the newest text.</param>
/// <param name="InUse">As customers and staff find it; null when it is not in use.</param>
/// <param name="Newest">The newest revision; null when nobody has edited it.</param>
public sealed record ArticleListing(ArticleKey Article, string Title, Article? InUse, ArticleRevision? Newest)
{
    /// <summary>In use as staff wrote it.</summary>
    public bool IsEdited { get; init; }

    /// <summary>The pack's article is another one than the edit was made from.</summary>
    public bool PackChanged { get; init; }

    public bool HasDraft => Newest?.State == RevisionState.Draft;

    /// <summary>When somebody last edited it.</summary>
    public Instant? EditedAt => Newest?.At;
}
