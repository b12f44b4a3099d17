using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;

namespace BillingBot.Cases;

/// <summary>Makes recorded messages lines of a transcript, in plain text.</summary>
internal static class TranscriptLines
{
    /// <returns>Null for what nobody said, such as that somebody joined.</returns>
    public static TranscriptEntry? Of(Message message) => message.Direction == Direction.Inbound ? Said(message) : Answered(message);

    private static TranscriptEntry? Said(Message message)
    {
        if (Stored.Read(message.Body, ConversationJson.Default.Incoming) is not { Kind: TurnKind.Message or TurnKind.Feedback } incoming)
        {
            return null;
        }

        return new TranscriptEntry(message.Sequence, Speaker.Customer, incoming.Sender.Name, incoming.Text, [], message.At)
        {
            Pressed = incoming.Text.Length == 0 ? incoming.Action?.Verb : null,
            Decision = Stored.Read(message.Outcome, ConversationJson.Default.Outcome),
        };
    }

    private static TranscriptEntry? Answered(Message message)
    {
        if (Stored.Read(message.Body, ConversationJson.Default.OutgoingMessage) is not { Message: { } said })
        {
            return null;
        }

        return new TranscriptEntry(
            message.Sequence,
            message.Author switch { Author.Staff => Speaker.Staff, Author.Notice => Speaker.Notice, _ => Speaker.Bot },
            message.AuthorName,
            string.Join('\n', new[] { said.Typed ?? said.Text }.Concat(Words(said.Card)).Append(said.Question).Where(line => !string.IsNullOrEmpty(line))),
            [.. said.Choices.Select(choice => choice.Label)],
            message.At)
        {
            Delivery = message.Status switch
            {
                MessageStatus.Sent => DeliveryState.Sent,
                MessageStatus.Dead => DeliveryState.Failed,
                MessageStatus.Withdrawn => DeliveryState.Withdrawn,
                _ => DeliveryState.Pending,
            },
            Problem = message.Status == MessageStatus.Sent ? null : message.LastError,
        };
    }

    private static IEnumerable<string?> Words(Card? card) => card is null ? [] :
    [
        card.Title,
        card.Summary,
        .. card.Facts.Select(fact => $"{fact.Label}: {fact.Value}"),
        .. card.Table is { } table ? table.Rows.Select(row => string.Join(" | ", row.Cells)).Prepend(string.Join(" | ", table.Columns)) : [],
        .. card.Timeline.Select(step => $"{step.When}: {step.What}"),
        card.Note,
    ];
}
