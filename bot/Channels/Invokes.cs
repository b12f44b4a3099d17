using System.Text.Json;
using System.Text.Json.Nodes;
using BillingBot.Channels.Rendering;
using BillingBot.Conversation;
using BillingBot.Protocol;

namespace BillingBot.Channels;

/// <summary>The invokes the bot understands, and their answers as the protocol names them.</summary>
internal static class Invokes
{
    private const string CardAction = "adaptiveCard/action";
    private const string Feedback = "message/submitAction";

    /// <returns>Null when the invoke is unknown or malformed; <see cref="Refuse"/> says which.</returns>
    public static Incoming? Read(Activity activity, Incoming incoming) => activity.Name switch
    {
        CardAction when ExecuteOf(activity) is { } action => incoming with
        {
            Kind = TurnKind.Message,
            Action = action,
            InRequest = RepliesInRequest.First,
        },
        Feedback when ReactionOf(activity) is { } verb => incoming with
        {
            Kind = TurnKind.Feedback,
            Action = new TurnAction(verb, null),
        },
        _ => null,
    };

    public static IntakeResult.Invoked Refuse(Activity activity) => activity.Name == CardAction
        ? Answer(400, "application/vnd.microsoft.error", new JsonObject
        {
            ["code"] = "BadRequest",
            ["message"] = "The action must be an Action.Execute with a verb of this bot.",
        })
        : new IntakeResult.Invoked(501, Body: null);

    /// <summary>Taken; what there is to say comes as a message.</summary>
    public static IntakeResult.Invoked Taken() => new(200, []);

    /// <param name="reply">Takes the place of the card whose button was pressed; null leaves the card as it is.</param>
    public static IntakeResult.Invoked Answer(ReplyMessage? reply) => reply is { Text: { } text, Question: var question, Language: var language }
        ? Answer(200, Attachment.AdaptiveCard, AdaptiveCards.OfActions(ActivityRenderer.Paragraphs(text, question), [], language))
        : Answer(200, "application/vnd.microsoft.activity.message", JsonValue.Create("OK"));

    public static IntakeResult.Invoked TooSlow() => Answer(500, "application/vnd.microsoft.error", new JsonObject
    {
        ["code"] = "Timeout",
        ["message"] = "The bot is still working on this.",
    });

    private static IntakeResult.Invoked Answer(int status, string type, JsonNode value) => new(200, new JsonObject
    {
        ["statusCode"] = status,
        ["type"] = type,
        ["value"] = value,
    });

    private static TurnAction? ExecuteOf(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object
            || ActivityTranslator.Text(action, "type") != "Action.Execute"
            || ActivityTranslator.Text(action, "verb") is not { } verb)
        {
            return null;
        }

        var argument = action.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? ActivityTranslator.Text(data, "argument")
            : null;
        return new TurnAction(verb, argument);
    }

    private static string? ReactionOf(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
            && ActivityTranslator.Text(value, "actionName") == "feedback"
            && value.TryGetProperty("actionValue", out var detail) && detail.ValueKind == JsonValueKind.Object
            ? ActivityTranslator.Text(detail, "reaction") switch
            {
                "like" => Verbs.Helped,
                "dislike" => Verbs.NotHelped,
                _ => null,
            }
            : null;
}
