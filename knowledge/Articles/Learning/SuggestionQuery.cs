namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>Which suggestions an editor wants to see.</summary>
public sealed record SuggestionQuery
{
    /// <summary>Those that were decided, newest decision first, instead of those that wait.</summary>
    public bool Decided { get; init; }

    /// <summary>The most often asked first, instead of the latest.</summary>
    public bool MostOften { get; init; }

    /// <summary>Null for all.</summary>
    public string? Language { get; init; }
    public int Skip { get; init; }
    public int Take { get; init; } = 20;
}
