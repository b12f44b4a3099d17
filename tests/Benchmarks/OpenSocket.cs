using System.Net.WebSockets;
using System.Text.Json;

namespace BillingBot.Benchmarks;

/// <summary>A Direct Line client that listens. It says one thing at a time.</summary>
internal sealed class OpenSocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _came = new(0);
    private volatile string? _answered;

    private OpenSocket(string id) => Id = id;

    /// <summary>Of the conversation.</summary>
    public string Id { get; }

    public static async Task<OpenSocket> ConnectAsync(string conversationId, Uri stream, CancellationToken stop)
    {
        var open = new OpenSocket(conversationId);
        open._socket.Options.Proxy = null;
        await open._socket.ConnectAsync(stream, stop);
        _ = open.ListenAsync();
        return open;
    }

    /// <summary>Waits for the first reply to that activity.</summary>
    public async Task AnsweredAsync(string activityId, CancellationToken stop)
    {
        while (!string.Equals(_answered, activityId, StringComparison.Ordinal))
        {
            await _came.WaitAsync(stop);
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _came.Dispose();
    }

    private async Task ListenAsync()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: WebSocketMessageType.Text } part)
            {
                frame.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Hear(frame.GetBuffer().AsMemory(0, (int)frame.Length));
                    frame.SetLength(0);
                }
            }
        }
        catch (Exception closed) when (closed is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever waits for a reply counts it as an error.
        }
    }

    private void Hear(ReadOnlyMemory<byte> frame)
    {
        if (frame.IsEmpty)
        {
            return;
        }

        using var json = JsonDocument.Parse(frame);
        foreach (var activity in json.RootElement.GetProperty("activities").EnumerateArray())
        {
            if (activity.TryGetProperty("replyToId", out var answered) && activity.GetProperty("type").ValueEquals("message"))
            {
                _answered = answered.GetString();
                _came.Release();
            }
        }
    }
}
