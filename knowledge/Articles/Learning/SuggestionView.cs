using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>A suggestion as an editor sees it.</summary>
/// <param name="Suggestion">What was asked.</param>
/// <param name="Likely">Articles that it may belong to, best first, with how likely each is.</param>
public sealed record SuggestionView(QuestionSuggestion Suggestion, IReadOnlyList<ArticleMatch> Likely);
