using System.Text.Json.Nodes;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Skills.Verify;

/// <summary>
/// Hides the digits of a message that held a code, once it is answered: in the transcript and in what Direct Line clients
/// read again. What remains is the channel's own history, where the code is of no use any more.
/// </summary>
internal sealed class HideTypedCode(Turn turn) : IEffect
{
    private const string Text = "text";

    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var message = db.Entry(await db.Messages.AsTracking().SingleAsync(
            row => row.ConversationId == turn.Conversation && row.Sequence == turn.Sequence, cancellationToken));
        var body = message.Property(row => row.Body);
        body.CurrentValue = Hide(body.CurrentValue);
        var echo = message.Property(row => row.Echo);
        echo.CurrentValue = echo.CurrentValue is null ? null : Hide(echo.CurrentValue);
    }

    private static string Hide(string json)
    {
        var read = JsonNode.Parse(json);
        if (read is JsonObject said && said[Text] is JsonValue text && text.TryGetValue<string>(out var words))
        {
            said[Text] = TypedCode.Hide(words);
        }

        return read?.ToJsonString() ?? json;
    }
}
