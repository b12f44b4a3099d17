namespace BillingBot.Recognizers;

/// <param name="Query">As written.</param>
/// <param name="Text">As a number reader folds it, index by index the same.</param>
internal sealed record Folded(string Query, string Text);
