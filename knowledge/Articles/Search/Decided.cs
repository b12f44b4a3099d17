namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What a search found, and how it came to it.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Basis">What decided.</param>
/// <param name="Searched">The words that were looked for; those of the question before are among them where a text leans on it.</param>
internal sealed record Decided(Finding Finding, DecisionBasis Basis, string Searched)
{
    /// <summary>The article whose own words the text is; null for none.</summary>
    public Article? Exact { get; init; }

    /// <summary>How the topics were ranked; null where that was not asked.</summary>
    public Ranking? Ranking { get; init; }
}
