using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingBot.Protocol;
using NodaTime;

namespace BillingBot.Channels.DirectLine;

/// <summary>An activity as a client posted it: what the bot reads of it, and all of it for the echo.</summary>
internal sealed class PostedActivity
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonObject _json;

    private PostedActivity(JsonObject json, Activity activity) => (_json, Activity) = (json, activity);

    public Activity Activity { get; }

    /// <summary>Equal for repeated posts of one message; Web Chat counts its messages this way.</summary>
    public string DedupeKey =>
        Activity.ChannelData is { ValueKind: JsonValueKind.Object } data
            && ActivityTranslator.Text(data, "clientActivityID") is { Length: > 0 } id
            ? "client:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))
            : "post:" + Guid.NewGuid().ToString("N");

    /// <returns>Null when it is not an activity.</returns>
    public static PostedActivity? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) is JsonObject json
                && json.Deserialize(ProtocolJson.Default.Activity) is { Type.Length: > 0 } activity
                ? new PostedActivity(json, activity)
                : null;
        }
        // The second one: half of a surrogate pair where text is needed.
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The activity as every client of the conversation sees it: the posted one under its id and true author.</summary>
    public string Echo(string id, string conversationId, ChannelAccount from, Instant at)
    {
        var echo = (JsonObject)_json.DeepClone();
        echo["id"] = id;
        echo["timestamp"] = Timestamps.Write(at);
        echo["channelId"] = ChannelIds.DirectLine;
        echo["conversation"] = new JsonObject { ["id"] = conversationId };
        var author = new JsonObject { ["id"] = from.Id, ["role"] = "user" };
        if (from.Name is { } name)
        {
            author["name"] = name;
        }

        echo["from"] = author;
        echo.Remove("serviceUrl");
        echo.Remove("callerId");
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable))
        {
            echo.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
