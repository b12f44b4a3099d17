using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Host;

/// <summary>Drives one conversation through <c>/api/messages</c>.</summary>
internal sealed class CustomerConversation(BotHost bot, string channel, TestUser user)
{
    private readonly HttpClient _http = bot.Client();
    private int _said;

    public string Id { get; init; } = $"conversation-{Guid.NewGuid():N}";

    /// <summary>"groupChat" or "channel" where others read along.</summary>
    public string ConversationType { get; init; } = "personal";

    /// <summary>The same conversation, written in by somebody else.</summary>
    public CustomerConversation As(TestUser other) => new(bot, channel, other) { Id = Id, ConversationType = ConversationType };

    /// <summary>Says something and returns what the bot answered, in the answer of the request itself.</summary>
    public async Task<BotReplies> CustomerSays(string text)
    {
        var activity = Message(text);
        activity["deliveryMode"] = "expectReplies";
        using var response = await PostAsync(activity);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        return new BotReplies(body!["activities"]!.AsArray());
    }

    public JsonObject Message(string text, string? id = null) => Activity("message", id, ("text", text));

    public JsonObject Activity(string type, string? id = null, params (string Key, JsonNode? Value)[] more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? $"{Id}-{user.Id}-{Interlocked.Increment(ref _said)}",
            ["channelId"] = channel,
            ["serviceUrl"] = "http://localhost:9/connector/",
            ["from"] = new JsonObject { ["id"] = user.Id, ["name"] = user.Name, ["aadObjectId"] = user.ObjectId },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "BillingBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = Id,
                ["tenantId"] = user.TenantId,
                ["conversationType"] = ConversationType,
            },
        };
        foreach (var (key, value) in more)
        {
            activity[key] = value;
        }

        return activity;
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) =>
        _http.PostAsJsonAsync("/api/messages", activity, TestContext.Current.CancellationToken);
}
