using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Crash;

/// <summary>Customers who all say a few things in order; the channel repeats each, with the same id, until it is acknowledged.</summary>
/// <param name="fleet">Who is talked to.</param>
/// <param name="connector">Through which they hear.</param>
/// <param name="conversations">How many customers.</param>
/// <param name="messages">How many messages each.</param>
internal sealed class Customers(Fleet fleet, FakeConnector connector, int conversations, int messages) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
    private int _posted;

    /// <summary>Each message goes to so many bots at once, as a channel does that lost the first answer.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>Of the conversations' names.</summary>
    public string Prefix { get; init; } = "c";

    /// <summary>Called before each message, with its number among all.</summary>
    public Func<int, CancellationToken, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>What each says as the message of a number.</summary>
    public Func<int, string> Words { get; init; } = _ => "thanks";

    /// <summary>How many replies that has.</summary>
    public Func<int, int> RepliesTo { get; init; } = _ => 1;

    /// <summary>How long it is waited for what comes behind the last reply, and must not.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(2);

    public int Total => conversations * Enumerable.Range(1, messages).Sum(RepliesTo);

    public Task SayAllAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, conversations),
        new ParallelOptions { MaxDegreeOfParallelism = 24, CancellationToken = cancellationToken },
        async (conversation, token) =>
        {
            for (var number = 1; number <= messages; number++)
            {
                await Before(Interlocked.Increment(ref _posted), token);
                await Task.WhenAll(Enumerable.Range(0, Copies).Select(_ => SayAsync($"{Prefix}{conversation}", number, token)));
            }
        });

    /// <summary>Waits for the last reply of each, then judges what the channel saw.</summary>
    public async Task<Judgement> HearAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await connector.WhenAsync(() => connector.Deliveries.Count >= Total, cancellationToken);
            await Task.Delay(Settling, TimeProvider.System, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // What is lost is lost; the judgement says what.
        }

        return Judgement.Of(conversations, messages, connector.All, Prefix, RepliesTo);
    }

    public void Dispose() => _http.Dispose();

    private async Task SayAsync(string conversation, int number, CancellationToken token)
    {
        while (true)
        {
            try
            {
                if (fleet.Next() is { } bot)
                {
                    using var response = await _http.PostAsJsonAsync(new Uri(bot, "/api/messages"), Activity(conversation, number), token);
                    if (response.IsSuccessStatusCode)
                    {
                        return;
                    }
                }
            }
            catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !token.IsCancellationRequested))
            {
                // Killed, or on its way up, or frozen.
            }

            await Task.Delay(Pause, TimeProvider.System, token);
        }
    }

    private JsonObject Activity(string conversation, int number) => new()
    {
        ["type"] = "message",
        ["id"] = $"{conversation}/{number}",
        ["channelId"] = "emulator",
        ["serviceUrl"] = connector.ServiceUrl,
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["from"] = new JsonObject { ["id"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["text"] = Words(number),
    };
}
