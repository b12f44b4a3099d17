namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What a search found.</summary>
public abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>This article answers.</summary>
    public sealed record Sure(ArticleMatch Match) : Finding;

    /// <summary>One of these few; likeliest topic first, with all its open variants.</summary>
    public sealed record Which(IReadOnlyList<ArticleMatch> Matches) : Finding;

    /// <summary>The topic is sure, but its articles differ by product, era or cloud and nothing tells which is meant.</summary>
    public sealed record Variants(string Topic, IReadOnlyList<ArticleMatch> Matches) : Finding;

    /// <summary>Nothing answers with enough confidence; a few nearest, perhaps none.</summary>
    public sealed record Unsure(IReadOnlyList<ArticleMatch> Nearest) : Finding;
}
