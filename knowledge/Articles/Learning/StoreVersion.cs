namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>One row, counted up in the transaction of every change of what the search learns from; each replica compares it with what it has loaded.</summary>
public sealed class StoreVersion
{
    /// <summary>Of the only row.</summary>
    public const int Only = 1;

    public int Id { get; init; }
    public long Number { get; set; }
}
