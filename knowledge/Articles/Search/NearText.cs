namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Something an article was taught.</summary>
/// <param name="Article">Which.</param>
/// <param name="Text">A question, the title, or a part of the answer.</param>
/// <param name="Similarity">To the text in question, zero to one.</param>
public sealed record NearText(Article Article, string Text, double Similarity);
