namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>Some of the suggestions.</summary>
/// <param name="Suggestions">The page.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record SuggestionPage(IReadOnlyList<SuggestionView> Suggestions, int Total);
