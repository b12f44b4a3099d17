namespace BillingBot.Knowledge.Cases;

/// <summary>The one row that holds the last case number given out.</summary>
public sealed class CaseCounter
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;
    public long Last { get; set; }
}
