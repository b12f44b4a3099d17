using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BillingBot.Channels.Rendering;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Protocol;

namespace BillingBot.Channels.DirectLine;

/// <summary>Reads a conversation after a watermark, in pieces that a phone can swallow.</summary>
internal sealed class ActivityPages(Transcript transcript, DirectLineInbox inbox)
{
    private const int MaximumActivities = 100;
    private const int MaximumBytes = 1_000_000;

    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public async Task<ActivityPage> ReadAsync(
        long recorded, string conversationId, long watermark, CancellationToken cancellationToken)
    {
        var lines = await transcript.ReadAsync(recorded, watermark, MaximumActivities, cancellationToken);
        var reference = inbox.ReferenceTo(conversationId);
        var buffer = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(buffer, Readable);
        var (last, count) = (watermark, 0);
        writer.WriteStartObject();
        writer.WriteStartArray("activities");
        foreach (var line in lines)
        {
            Write(writer, line, reference);
            last = line.Message.Sequence;
            count++;
            if (writer.BytesCommitted + writer.BytesPending > MaximumBytes)
            {
                break;
            }
        }

        writer.WriteEndArray();
        writer.WriteString("watermark", Watermark.Write(last));
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
        return new ActivityPage(buffer.WrittenMemory, last, count);
    }

    private static void Write(Utf8JsonWriter writer, TranscriptLine line, ConversationReference reference)
    {
        var (message, answersALine) = line;
        if (message.Echo is { } echo)
        {
            writer.WriteRawValue(echo, skipInputValidation: true);
            return;
        }

        if (Stored.Read(message.Body, ConversationJson.Default.OutgoingMessage) is not { } said)
        {
            return;
        }

        var conversationId = reference.Conversation.Id!;
        var activity = ActivityRenderer.Render(said, reference) with
        {
            Id = ActivityIds.Of(conversationId, message.Sequence),
            Timestamp = Timestamps.Write(message.At),
            // Web Chat holds a reply back until it has seen what is answered.
            ReplyToId = answersALine && message.InReplyTo is { } answered ? ActivityIds.Of(conversationId, answered) : null,
        };
        JsonSerializer.Serialize(writer, activity, ProtocolJson.Default.OutgoingActivity);
    }
}
