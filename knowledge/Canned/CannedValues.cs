namespace BillingBot.Knowledge.Canned;

/// <summary>What is known for the places of a canned reply; null for what is not.</summary>
public sealed record CannedValues
{
    public string? CustomerName { get; init; }
    public string? CaseNumber { get; init; }
    public string? StaffName { get; init; }
    public string? OpeningHours { get; init; }
    public string? InvoiceNumber { get; init; }
}
