using System.Net.WebSockets;
using System.Text;
using BillingBot.Knowledge.Storage;
using BillingBot.Startup;

namespace BillingBot.Channels.DirectLine;

/// <summary>
/// One connected client. It is sent what is recorded after its watermark, piece by piece, so that a wake-up too many
/// or too few changes nothing. A token that ends a send or a receive would abort the socket; so nothing but a
/// client's slowness does that, and every other end is a close that the client can read. A database that is away is
/// waited for: else all clients would drop at once, and come back at once.
/// </summary>
/// <param name="socket">Accepted; its owner disposes it.</param>
/// <param name="place">The conversation's place.</param>
/// <param name="options">Keep-alive and patience.</param>
/// <param name="time">Measures them.</param>
/// <param name="stopping">The bot shuts down.</param>
internal sealed class StreamConnection(
    WebSocket socket, OpenStream place, DirectLineOptions options, TimeProvider time, CancellationToken stopping)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250), LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Returns when the connection is over, whoever ended it.</summary>
    /// <param name="watermark">What the client has.</param>
    /// <param name="readAsync">Reads a page after a watermark.</param>
    /// <param name="nextAsync">Completes at the next commit.</param>
    /// <param name="confirmedAsync">Hears of the watermark that the client has for sure; null: nobody cares.</param>
    public async Task RunAsync(
        long watermark, Func<long, Task<ActivityPage>> readAsync, Func<Task> nextAsync, Func<long, Task>? confirmedAsync = null)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, place.Replaced);
        var receiving = ReceiveAsync(ending);
        try
        {
            await SendAsync(watermark, readAsync, nextAsync, confirmedAsync ?? (_ => Task.CompletedTask), ending.Token);
            await CloseAsync(receiving);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client is away or too slow; it comes back with its watermark.
            socket.Abort();
        }
        catch
        {
            socket.Abort();
            throw;
        }
        finally
        {
            await receiving;
        }
    }

    private async Task SendAsync(
        long watermark,
        Func<long, Task<ActivityPage>> readAsync,
        Func<Task> nextAsync,
        Func<long, Task> confirmedAsync,
        CancellationToken ending)
    {
        long? confirmed = null;
        var (taken, takenAt, failures) = (watermark, time.GetTimestamp(), 0);
        while (!ending.IsCancellationRequested)
        {
            try
            {
                if (confirmed is null || (taken > confirmed && time.GetElapsedTime(takenAt) >= options.ProofOfLife))
                {
                    // A dead line would have been noticed by now.
                    await confirmedAsync(taken);
                    confirmed = taken;
                }

                if (watermark > taken && taken == confirmed)
                {
                    (taken, takenAt) = (watermark, time.GetTimestamp());
                }

                var next = nextAsync();
                var page = await readAsync(watermark);
                failures = 0;
                watermark = await ShowAsync(page, next, ending) ?? watermark;
            }
            catch (Exception failure) when (DbFailures.IsPassing(failure))
            {
                await PauseAsync(Doubling.Wait(failures++, FirstPause, LongestPause), ending);
            }
        }
    }

    /// <summary>Sends what there is, or waits for it.</summary>
    /// <returns>How far the client has been sent everything; null: as far as before.</returns>
    private async Task<long?> ShowAsync(ActivityPage page, Task next, CancellationToken ending)
    {
        if (page.Count > 0)
        {
            await SendAsync(page.Json);
            return page.Watermark;
        }

        if (place.Passing.TryRead(out var activity))
        {
            await SendAsync(Encoding.UTF8.GetBytes($$"""{"activities":[{{activity}}]}"""));
        }
        else if (!await WaitAsync(next, ending) && !ending.IsCancellationRequested)
        {
            // Besides showing life, the loop reads again: another instance may have committed something.
            await SendAsync(ReadOnlyMemory<byte>.Empty);
        }

        return null;
    }

    /// <summary>Whoever ends it meanwhile closes the socket in order, without an exception.</summary>
    private async Task PauseAsync(TimeSpan pause, CancellationToken ending) =>
        await Task.Delay(pause, time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <returns>False when nothing happened for a while.</returns>
    private async Task<bool> WaitAsync(Task next, CancellationToken ending)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ending);
        var silence = Task.Delay(options.KeepAlive, time, over.Token);
        var first = await Task.WhenAny(next, place.Passing.WaitToReadAsync(over.Token).AsTask(), silence);
        await over.CancelAsync();
        return first != silence;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        using var patience = new CancellationTokenSource(options.SendTimeout, time);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, patience.Token);
    }

    /// <summary>Clients send only empty frames to show that they live, and the close.</summary>
    private async Task ReceiveAsync(CancellationTokenSource ending)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Gone without a word, or aborted here.
        }

        await ending.CancelAsync();
    }

    private async Task CloseAsync(Task receiving)
    {
        using var patience = new CancellationTokenSource(options.SendTimeout, time);
        var (status, reason) = stopping.IsCancellationRequested
            ? (WebSocketCloseStatus.EndpointUnavailable, "restart")
            : (WebSocketCloseStatus.NormalClosure, place.Replaced.IsCancellationRequested ? "collision" : "bye");
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(status, reason, patience.Token);
        }

        await receiving.WaitAsync(patience.Token);
    }
}
