using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace BillingBot.Benchmarks;

/// <summary>The customers: each says something, waits for the reply, says the next.</summary>
internal sealed class Driver(Uri server, Connector connector) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server };
    private int _errors;

    /// <summary>Sent and not answered, or refused.</summary>
    public int Errors => _errors;

    /// <summary>One message and its reply.</summary>
    /// <returns>Milliseconds, or null when it failed.</returns>
    public async Task<double?> TurnAsync(Mode mode, string conversation, int number, CancellationToken stop)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{conversation}-{number}");
        var reply = connector.ReplyToAsync(id);
        using var content = new ByteArrayContent(Message(mode, conversation, id, mode.Texts[number % mode.Texts.Count]));
        content.Headers.ContentType = Json;
        var sent = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await _http.PostAsync(new Uri("/api/messages", UriKind.Relative), content, stop);
            answer.EnsureSuccessStatusCode();
            await reply.WaitAsync(Patience, stop);
            return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException)
        {
            Interlocked.Increment(ref _errors);
            return null;
        }
        finally
        {
            connector.Forget(id);
        }
    }

    /// <returns>Milliseconds of all turns, sorted.</returns>
    public async Task<IReadOnlyList<double>> RunAsync(Mode mode, string run, Load load, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var left = load.Turns;
        var measured = await Task.WhenAll(Enumerable.Range(0, load.Conversations).Select(async customer =>
        {
            List<double> own = [];
            for (var number = 0; Stopwatch.GetElapsedTime(began) < load.Time && Interlocked.Decrement(ref left) >= 0; number++)
            {
                if (await TurnAsync(mode, string.Create(CultureInfo.InvariantCulture, $"{run}-{mode.Name}-{customer}"), number, stop) is { } took)
                {
                    own.Add(took);
                }
            }

            return own;
        }));
        return [.. measured.SelectMany(own => own).Order()];
    }

    public void Dispose() => _http.Dispose();

    private byte[] Message(Mode mode, string conversation, string id, string text) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "message",
        id,
        channelId = mode.Channel,
        serviceUrl = connector.ServiceUrl,
        from = new { id = "user-id-0", name = "Alex Wilber", aadObjectId = "00000000-0000-0000-0000-0000000000020" },
        recipient = new { id = "28:bot", name = "BillingBot" },
        conversation = new { id = conversation, tenantId = "00000000-0000-0000-0000-0000000000001", conversationType = "personal" },
        text,
    });
}
