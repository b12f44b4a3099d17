namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>Numbers that tell one state of the articles from another.</summary>
public sealed class StoreVersion
{
    /// <summary>Of the row that is counted up in the transaction of every change of what the search learns from; each replica compares it with what it has loaded.</summary>
    public const int Taught = 1;

    /// <summary>Of the row with the fingerprint of the last import, if that had no problem to tell.</summary>
    public const int Imported = 2;

    public int Id { get; init; }
    public long Number { get; set; }
}
