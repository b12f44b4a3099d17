namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>An edit that was published or withdrawn.</summary>
/// <param name="Revision">As recorded.</param>
/// <param name="InUse">Completes when customers' questions are answered with it.</param>
public sealed record PublishedEdit(ArticleRevision Revision, Task InUse);
