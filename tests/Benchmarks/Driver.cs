using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;

namespace BillingBot.Benchmarks;

/// <summary>The customers: each says something, waits for the reply, says the next.</summary>
internal sealed class Driver(Talk talk)
{
    private int _errors;

    /// <summary>Sent and not answered, or refused.</summary>
    public int Errors => _errors;

    /// <param name="run">Begins the names of its conversations.</param>
    /// <param name="load">How much.</param>
    /// <param name="begin">Called when everybody is there, right before the first thing is said.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Milliseconds of all turns, sorted.</returns>
    public async Task<IReadOnlyList<double>> RunAsync(string run, Load load, Action begin, CancellationToken stop)
    {
        string[] conversations = [.. Enumerable.Range(0, load.Conversations).Select(customer => string.Create(CultureInfo.InvariantCulture, $"{run}-{customer}"))];
        await talk.OpenAsync(conversations, stop);
        begin();
        var began = Stopwatch.GetTimestamp();
        var left = load.Turns;
        var measured = await Task.WhenAll(conversations.Select(async conversation =>
        {
            List<double> own = [];
            for (var number = 0; Stopwatch.GetElapsedTime(began) < load.Time && Interlocked.Decrement(ref left) >= 0; number++)
            {
                if (await TurnAsync(conversation, number, stop) is { } took)
                {
                    own.Add(took);
                }
            }

            return own;
        }));
        return [.. measured.SelectMany(own => own).Order()];
    }

    /// <returns>Milliseconds, or null when it failed.</returns>
    private async Task<double?> TurnAsync(string conversation, int number, CancellationToken stop)
    {
        var sent = Stopwatch.GetTimestamp();
        try
        {
            await talk.TurnAsync(conversation, number, stop);
            return Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or WebSocketException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
        {
            Interlocked.Increment(ref _errors);
            return null;
        }
    }
}
