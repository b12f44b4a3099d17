namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>An evaluation question that would be answered otherwise.</summary>
/// <param name="Text">The question.</param>
/// <param name="Before">How it is answered now.</param>
/// <param name="After">How it would be.</param>
/// <param name="Article">Title of the article that would answer or be offered first; null for none.</param>
public sealed record ChangedAnswer(string Text, AnswerVerdict Before, AnswerVerdict After, string? Article);
