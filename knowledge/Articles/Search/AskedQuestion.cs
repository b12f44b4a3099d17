namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A question that is not taught but whose answer is known, to measure confidence on.</summary>
/// <param name="Topics">Any of these answers it; none when nothing does.</param>
internal sealed record AskedQuestion(string Text, string Language, IReadOnlyList<string> Topics);
