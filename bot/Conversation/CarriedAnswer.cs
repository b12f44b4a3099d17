using BillingBot.Knowledge.Conversations;

namespace BillingBot.Conversation;

/// <summary>Replies that a request is to carry; until its end is told nobody else sends them.</summary>
/// <param name="Replies">In order.</param>
/// <param name="EndAsync">Told, once, whether they have left with the answer. Never throws.</param>
internal sealed record CarriedAnswer(IReadOnlyList<Message> Replies, Func<bool, Task> EndAsync);
