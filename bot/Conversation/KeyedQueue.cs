using System.Threading.Channels;

namespace BillingBot.Conversation;

/// <summary>
/// Runs <paramref name="drain"/> for one conversation at a time per conversation and for many conversations at once.
/// A signal during a run makes one more run, so no signal is lost and a burst costs little.
/// </summary>
internal sealed class KeyedQueue(int workers, Func<long, CancellationToken, Task> drain)
{
    private readonly Channel<long> _ready = Channel.CreateUnbounded<long>();

    /// <summary>Key present: queued or running. Value: signalled again meanwhile.</summary>
    private readonly Dictionary<long, bool> _active = [];
    private readonly Lock _lock = new();

    public void Signal(long conversationId)
    {
        lock (_lock)
        {
            if (!_active.TryAdd(conversationId, false))
            {
                _active[conversationId] = true;
                return;
            }
        }

        _ready.Writer.TryWrite(conversationId);
    }

    /// <summary>Ends, without an exception, when the bot stops; what is not drained by then stays in the database.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(stopping)));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The normal end.
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var conversationId in _ready.Reader.ReadAllAsync(stopping))
        {
            await drain(conversationId, stopping);
            lock (_lock)
            {
                if (!_active[conversationId])
                {
                    _active.Remove(conversationId);
                    continue;
                }

                _active[conversationId] = false;
            }

            _ready.Writer.TryWrite(conversationId);
        }
    }
}
