namespace BillingBot.Knowledge.Storage.Moving;

/// <summary>Nothing was moved. The message says why, and what to do.</summary>
public sealed class MoveRefusedException(string message) : Exception(message);
