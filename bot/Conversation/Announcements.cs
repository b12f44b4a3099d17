using System.Text.Json;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Conversation;

/// <summary>
/// Says something to a person who did not ask: recorded with the change that causes it, delivered after the commit.
/// Call <see cref="RecordAsync"/> inside the transaction and <see cref="Deliver"/> after it.
/// </summary>
internal sealed class Announcements(ProactiveMessages messages, IEnumerable<ITurnObserver> observers)
{
    private readonly ITurnObserver[] _observers = [.. observers];

    /// <returns>What to hand to <see cref="Deliver"/>; null when the bot has never met the person alone.</returns>
    public async Task<WorkItem?> RecordAsync(
        BillingDb db, string personId, ReplyMessage message, Instant now, CancellationToken cancellationToken)
    {
        if (await messages.FindAsync(db, personId, cancellationToken) is not { } met
            || Stored.Read(met.Message.Body, ConversationJson.Default.Incoming) is not { } incoming)
        {
            return null;
        }

        var body = JsonSerializer.Serialize(
            new OutgoingMessage(message, incoming.Sender, ReplyToId: null), ConversationJson.Default.OutgoingMessage);
        var isTakenOver = await TakenOver.IsAsync(db, met.Conversation.CaseId, cancellationToken);
        var status = true switch
        {
            // While staff talk with them the bot is silent; whatever is announced goes by e-mail as well.
            _ when isTakenOver => MessageStatus.Withdrawn,
            _ when met.Conversation.Channel == OwnChannel.DirectLine => MessageStatus.Sent,
            _ => MessageStatus.Pending,
        };
        await messages.AddAsync(db, met.Conversation.Id, new RecordedReply(body, status), now, cancellationToken);
        return met;
    }

    /// <summary>Wakes delivery and open streams. A crash before this loses nothing: delivery reads what is pending at the start.</summary>
    public void Deliver(WorkItem recorded) => DeliverIn(recorded.Conversation);

    public void DeliverIn(Knowledge.Conversations.Conversation conversation) => Array.ForEach(_observers, observer => observer.Said(conversation));
}
