namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>Some of the articles that were asked for.</summary>
/// <param name="Articles">The page.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record ArticleResults(IReadOnlyList<ArticleListing> Articles, int Total);
