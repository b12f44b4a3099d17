using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>The client's end of a stream.</summary>
internal sealed class DirectLineSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _patience = new(Patience);

    public ClientWebSocket Socket { get; } = new();

    /// <summary>Of the last frame that carried one.</summary>
    public string Watermark { get; private set; } = "";

    public static async Task<DirectLineSocket> OpenAsync(Uri address)
    {
        var stream = new DirectLineSocket();
        await stream.Socket.ConnectAsync(address, stream._patience.Token);
        return stream;
    }

    /// <summary>A frame's text; empty for a keep-alive; null when the bot closed.</summary>
    public async Task<string?> FrameAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            var part = await Socket.ReceiveAsync(buffer.AsMemory(), _patience.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    /// <summary>Activities as they come, until <paramref name="enough"/> holds of all of them.</summary>
    public async Task<IReadOnlyList<JsonObject>> ReadUntilAsync(Func<IReadOnlyList<JsonObject>, bool> enough)
    {
        var all = new List<JsonObject>();
        while (!enough(all))
        {
            var frame = await FrameAsync() ?? throw new InvalidOperationException("The bot closed the stream.");
            if (frame.Length > 0)
            {
                var body = JsonNode.Parse(frame)!;
                all.AddRange(body["activities"]!.AsArray().Select(activity => activity!.AsObject()));
                Watermark = (string?)body["watermark"] ?? Watermark;
            }
        }

        return all;
    }

    public async Task SendAsync(string text) =>
        await Socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, _patience.Token);

    public Task CloseAsync() => Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", _patience.Token);

    public void Dispose()
    {
        Socket.Dispose();
        _patience.Dispose();
    }
}
