namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A word of a text, and whether it speaks for an article.</summary>
/// <param name="Text">The folded word.</param>
/// <param name="IsMatched">The likeliest article was taught it, or a synonym.</param>
/// <param name="IsTaught">Some article was.</param>
public sealed record ExplainedWord(string Text, bool IsMatched, bool IsTaught);
