using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using BillingBot.Channels.DirectLine;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>Speaks Direct Line over HTTP with one credential, as clients do.</summary>
internal sealed class DirectLineClient(BotHost bot, string? credential, string conversationId = "")
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http = bot.Client();

    public BotHost Bot { get; } = bot;
    public string? Credential { get; } = credential;
    public string ConversationId { get; } = conversationId;

    public static DirectLineClient Server(BotHost bot) => new(bot, DirectLineBot.Secret);

    /// <summary>A guest as the bot's own chat page lets them in; the conversation is not started yet.</summary>
    public static async Task<DirectLineClient> GuestAsync(BotHost bot)
    {
        var issued = await bot.Services.GetRequiredService<DirectLineTokens>()
            .IssueForGuestAsync(TestContext.Current.CancellationToken);
        return new DirectLineClient(bot, issued.Token, issued.ConversationId);
    }

    /// <summary>A guest in a started conversation whose welcome is there.</summary>
    public static async Task<DirectLineClient> StartedAsync(BotHost bot)
    {
        var guest = await GuestAsync(bot);
        await guest.PostAsync("conversations");
        await guest.ReadUntilAsync(activities => activities.Count > 0);
        return guest;
    }

    public DirectLineClient With(string? other) => new(Bot, other, ConversationId);

    public Task<DirectLineCall> GetAsync(string path, params (string Name, string Value)[] headers) =>
        CallAsync(HttpMethod.Get, path, null, headers);

    public Task<DirectLineCall> PostAsync(string path, string body = "", params (string Name, string Value)[] headers) =>
        CallAsync(HttpMethod.Post, path, body, headers);

    public Task<DirectLineCall> SendAsync(JsonObject activity) => PostAsync(Activities(), activity.ToJsonString());

    public Task<DirectLineCall> SayAsync(string text, string? clientActivityId = null) => SendAsync(new JsonObject
    {
        ["type"] = "message",
        ["text"] = text,
        ["from"] = new JsonObject { ["id"] = "whoever", ["role"] = "bot" },
        ["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId ?? Guid.NewGuid().ToString() },
    });

    public string Activities(string? watermark = null) =>
        $"conversations/{ConversationId}/activities{(watermark is null ? "" : $"?watermark={watermark}")}";

    /// <summary>Everything in the conversation once <paramref name="enough"/> holds of it.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadUntilAsync(Func<IReadOnlyList<JsonObject>, bool> enough)
    {
        var recorded = await Bot.Services.GetRequiredService<Transcript>()
            .FindAsync(OwnChannel.DirectLine, ConversationId, TestContext.Current.CancellationToken);
        using var watch = Bot.Services.GetRequiredService<MessageFeed>().Watch(recorded!.Value);
        while (true)
        {
            var next = watch.NextAsync();
            var all = await ReadAllAsync();
            if (enough(all))
            {
                return all;
            }

            await next.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>All pages.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadAllAsync()
    {
        var (all, watermark) = (new List<JsonObject>(), "");
        while (true)
        {
            var page = await GetAsync(Activities(watermark));
            if (page.Activities.Count == 0)
            {
                return all;
            }

            all.AddRange(page.Activities);
            watermark = page.Watermark;
        }
    }

    public async Task<DirectLineCall> CallAsync(
        HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline/{path}");
        request.Headers.Authorization = Credential is null ? null : new AuthenticationHeaderValue("Bearer", Credential);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new DirectLineCall(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject(), response);
    }
}
