namespace BillingBot.Knowledge.Storage.Moving;

/// <summary>How far a move is.</summary>
/// <param name="Table">The one at work.</param>
/// <param name="Stage">What is done with it.</param>
/// <param name="Done">Rows.</param>
/// <param name="Total">Rows; 0 for an empty table.</param>
public sealed record MoveProgress(string Table, MoveStage Stage, long Done, long Total);
