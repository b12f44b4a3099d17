using System.Collections.Concurrent;
using BillingBot.Conversation;

namespace BillingBot.Tests.Conversations;

/// <summary>What is handed over is done in its order and once, and never before what waits in the store.</summary>
public sealed class KeyedQueueTests : IAsyncDisposable
{
    private const long Chat = 7;
    private const string Store = "store";
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _done = new();
    private readonly SemaphoreSlim _ended = new(0), _go = new(0);
    private readonly KeyedQueue<string> _queue;
    private readonly Task _running;
    private long _doneTo;

    public KeyedQueueTests()
    {
        _queue = new KeyedQueue<string>(2, DrainAsync);
        _running = _queue.RunAsync(_stop.Token);
    }

    [Fact]
    public async Task What_is_handed_over_is_done_in_order_without_a_look_into_the_store()
    {
        _queue.Hand(Chat, "first", 1, oldest: null);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _queue.Hand(Chat, "second", 3, oldest: 2);
        _ended.Release();
        Assert.Equal(["first", "second"], await AfterAsync(runs: 1));
    }

    [Fact]
    public async Task Something_older_in_the_store_is_done_first()
    {
        _queue.Hand(Chat, "new", 5, oldest: 3);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _ended.Release();
        Assert.Equal([Store], await AfterAsync(runs: 0));
    }

    [Fact]
    public async Task A_signal_takes_what_was_handed_over_back_to_the_store()
    {
        _queue.Hand(Chat, "first", 1, oldest: null);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _queue.Hand(Chat, "second", 3, oldest: 2);
        _queue.Signal(Chat);
        Assert.True(_queue.IsOvertaken(Chat));
        _ended.Release();
        Assert.Equal(["first", Store], await AfterAsync(runs: 1));
    }

    [Fact]
    public async Task What_a_look_into_the_store_has_done_is_not_done_again()
    {
        _queue.Signal(Chat);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _queue.Hand(Chat, "seen there", 4, oldest: null);
        _queue.Hand(Chat, "came after", 6, oldest: null);
        _doneTo = 5;
        _ended.Release();
        Assert.Equal([Store, "came after"], await AfterAsync(runs: 1));
    }

    [Fact]
    public async Task After_a_failure_what_was_handed_over_waits_for_the_store()
    {
        _queue.Hand(Chat, "fails", 1, oldest: null);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _queue.Hand(Chat, "next", 3, oldest: 1);
        _queue.Discard(Chat);
        _queue.Hand(Chat, "third", 5, oldest: 1);
        _ended.Release();
        Assert.Equal(["fails", Store], await AfterAsync(runs: 1));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _ended.Release(10);
        await _running;
        _stop.Dispose();
        _ended.Dispose();
        _go.Dispose();
    }

    private async Task<long> DrainAsync(long conversation, IReadOnlyList<string> handed, CancellationToken stopping)
    {
        Assert.Equal(Chat, conversation);
        foreach (var one in handed.DefaultIfEmpty(Store))
        {
            _done.Enqueue(one);
        }

        _go.Release();
        await _ended.WaitAsync(stopping);
        return Interlocked.Exchange(ref _doneTo, 0);
    }

    /// <summary>Lets it run so often again.</summary>
    private async Task<IReadOnlyList<string>> AfterAsync(int runs)
    {
        for (var run = 0; run < runs; run++)
        {
            await _go.WaitAsync(TestContext.Current.CancellationToken);
            _ended.Release();
        }

        return [.. _done];
    }
}
