using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Crash;

/// <summary>Customers on a web page, each of whom opens a stream, says one thing, hears the answer and goes.</summary>
/// <param name="bot">Who is talked to.</param>
/// <param name="conversations">How many customers.</param>
internal sealed class WebChats(Uri bot, int conversations) : IDisposable
{
    /// <summary>The bot is started with it.</summary>
    public static readonly (string Key, string Value) Secret = ("DirectLine:Secret", "a-secret-that-only-the-soak-knows");
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new Uri(bot, "/v3/directline/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Secret.Value) },
    };

    public Task TalkAllAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, conversations),
        new ParallelOptions { MaxDegreeOfParallelism = 24, CancellationToken = cancellationToken },
        (_, token) => TalkAsync(token));

    public void Dispose() => _http.Dispose();

    private async ValueTask TalkAsync(CancellationToken token)
    {
        var started = await PostAsync("conversations", new { }, token);
        using var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new Uri((string)started["streamUrl"]!), token);
        var said = await PostAsync(
            $"conversations/{(string)started["conversationId"]!}/activities", new { type = "message", from = new { id = "user" }, text = "thanks" }, token);
        while (!await AnswersAsync(socket, (string)said["id"]!, token))
        {
        }

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", token);
    }

    private async Task<JsonObject> PostAsync(string path, object body, CancellationToken token)
    {
        using var response = await _http.PostAsJsonAsync(path, body, token);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(token))!;
    }

    private static async Task<bool> AnswersAsync(ClientWebSocket socket, string id, CancellationToken token)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[4_096];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), token);
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return frame.Length > 0
            && JsonNode.Parse(frame.ToArray())!["activities"]!.AsArray().Any(activity => (string?)activity!["replyToId"] == id);
    }
}
