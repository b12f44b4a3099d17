namespace BillingBot.Knowledge.Articles.Search;

/// <summary>An article and how likely it is what was asked for, zero to one.</summary>
public sealed record ArticleMatch(Article Article, double Confidence);
