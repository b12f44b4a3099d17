namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>Which articles to list.</summary>
public sealed record ArticleQuery
{
    /// <summary>All of these words are in the title, a question, the answer or the id; empty for any.</summary>
    public string Words { get; init; } = "";
    public string? Language { get; init; }
    public Audience? Audience { get; init; }
    public Product? Product { get; init; }
    public ArticleFilter Filter { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; } = 50;
}
