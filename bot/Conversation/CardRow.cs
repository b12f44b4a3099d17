namespace BillingBot.Conversation;

/// <summary>A row of a card's table.</summary>
/// <param name="Cells">One text a column.</param>
/// <param name="Select">What pressing the row says; null where it cannot be pressed.</param>
internal sealed record CardRow(IReadOnlyList<string> Cells, Choice? Select = null);
