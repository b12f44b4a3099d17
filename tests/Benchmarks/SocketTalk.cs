using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BillingBot.Benchmarks;

/// <summary>Through Direct Line: a conversation posts over HTTP and hears over its WebSocket. Many sockets are open, most of which are silent.</summary>
internal sealed class SocketTalk : Talk
{
    /// <summary>Open at the same time, with those that are active.</summary>
    public const int Sockets = 1_000;

    /// <summary>The bot is started with it.</summary>
    public const string Secret = "benchmark-secret-of-direct-line";
    private readonly ConcurrentDictionary<string, OpenSocket> _open = new(StringComparer.Ordinal);
    private readonly Mode _mode;

    public SocketTalk(Mode mode, IReadOnlyList<Uri> servers)
        : base(servers)
    {
        _mode = mode;
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
    }

    public override Task OpenAsync(IReadOnlyList<string> conversations, CancellationToken stop)
    {
        var silent = Enumerable.Range(0, Math.Max(0, Sockets - conversations.Count - _open.Count)).Select(number => $"silent-{number}-{_open.Count}");
        return EachAsync([.. conversations, .. silent], ConnectAsync, stop);
    }

    public override async Task TurnAsync(string conversation, int number, CancellationToken stop)
    {
        var socket = _open[conversation];
        using var taken = await Http.PostAsJsonAsync(
            At($"/v3/directline/conversations/{socket.Id}/activities"),
            new { type = "message", from = new { id = conversation }, text = _mode.Texts[number % _mode.Texts.Count] },
            stop);
        taken.EnsureSuccessStatusCode();
        var id = (string)(await taken.Content.ReadFromJsonAsync<JsonObject>(stop))!["id"]!;
        await socket.AnsweredAsync(id, stop).WaitAsync(Patience, stop);
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var socket in _open.Values)
        {
            socket.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask ConnectAsync(string conversation, CancellationToken stop)
    {
        using var started = await Http.PostAsJsonAsync(At("/v3/directline/conversations"), new { user = new { id = conversation } }, stop);
        started.EnsureSuccessStatusCode();
        var told = (await started.Content.ReadFromJsonAsync<JsonObject>(stop))!;
        _open[conversation] = await OpenSocket.ConnectAsync((string)told["conversationId"]!, new Uri((string)told["streamUrl"]!), stop);
    }
}
