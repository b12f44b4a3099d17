namespace BillingBot.Benchmarks;

/// <summary>How much is asked: the next message of a conversation only after the reply to the one before has come.</summary>
/// <param name="Conversations">At the same time.</param>
/// <param name="Time">The longest it may take.</param>
/// <param name="Turns">The most of them.</param>
internal sealed record Load(int Conversations, TimeSpan Time, int Turns);
