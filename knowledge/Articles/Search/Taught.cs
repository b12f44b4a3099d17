namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A text to learn from; see <see cref="Example"/>.</summary>
internal sealed record Taught(string Text, int Topic, bool IsQuestion);
