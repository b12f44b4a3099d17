namespace BillingBot.Conversation;

/// <summary>A small table of a card.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells of each row, as many as there are columns.</param>
internal sealed record CardTable(IReadOnlyList<string> Columns, IReadOnlyList<CardRow> Rows);
