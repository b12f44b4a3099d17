namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>An article as its editor sees it.</summary>
/// <param name="Article">Which.</param>
/// <param name="Text">What to go on with: the draft, else what is in use, else what the packs have.</param>
/// <param name="Newest">The newest revision; null when nobody has edited it.</param>
/// <param name="InForce">The edit that customers get; null when they get the pack's article, or none.</param>
/// <param name="PackText">The pack's file; null when the packs have none.</param>
/// <param name="PackHash">Its hash.</param>
public sealed record ArticleView(
    ArticleKey Article, string Text, ArticleRevision? Newest, ArticleRevision? InForce, string? PackText, string? PackHash)
{
    /// <summary>What an edit must say it has seen.</summary>
    public int Version => Newest?.Version ?? 0;

    public bool IsDraft => Newest?.State == RevisionState.Draft;

    /// <summary>The pack's article is another one than the edit in use was made from.</summary>
    public bool PackChanged => InForce is not null && InForce.PackHash != PackHash;
}
