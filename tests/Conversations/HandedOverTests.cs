using System.Collections.Concurrent;
using BillingBot.Conversation;

namespace BillingBot.Tests.Conversations;

/// <summary>What is handed over is done in its order and once, and never before what waits in the store.</summary>
public sealed class HandedOverTests : IAsyncDisposable
{
    private const long Chat = 7;
    private const string Store = "store", Lane = "tenant";
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _done = new();
    private readonly SemaphoreSlim _ended = new(0), _go = new(0);
    private readonly KeyedQueue<string> _queue;
    private readonly Task _running;
    private bool _hasMore;

    public HandedOverTests()
    {
        _queue = new KeyedQueue<string>(2, ServeAsync);
        _running = _queue.RunAsync(_stop.Token);
    }

    [Fact]
    public async Task What_is_handed_over_is_done_in_order_without_a_look_into_the_store()
    {
        _queue.Hand(Chat, Lane, "first", 1, oldest: null);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _queue.Hand(Chat, Lane, "second", 3, oldest: 2);
        _ended.Release();
        Assert.Equal(["first", "second"], await AfterAsync(runs: 1));
    }

    [Fact]
    public async Task Something_older_in_the_store_is_done_first()
    {
        _queue.Hand(Chat, Lane, "new", 5, oldest: 3);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _ended.Release();
        Assert.Equal([Store], await AfterAsync(runs: 0));
    }

    [Fact]
    public async Task A_signal_takes_what_was_handed_over_back_to_the_store()
    {
        _queue.Hand(Chat, Lane, "first", 1, oldest: null);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _queue.Hand(Chat, Lane, "second", 3, oldest: 2);
        _queue.Signal(Chat, Lane);
        Assert.True(_queue.IsOvertaken(Chat));
        _ended.Release();
        Assert.Equal(["first", Store], await AfterAsync(runs: 1));
    }

    [Fact]
    public async Task What_a_look_into_the_store_may_have_done_is_looked_for_there_again()
    {
        _queue.Signal(Chat, Lane);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _queue.Hand(Chat, Lane, "perhaps seen there", 4, oldest: null);
        _hasMore = true;
        _ended.Release();
        Assert.Equal([Store, Store], await AfterAsync(runs: 1));
    }

    [Fact]
    public async Task What_a_look_into_the_store_came_too_early_for_is_done_after_it()
    {
        _queue.Signal(Chat, Lane);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _queue.Hand(Chat, Lane, "came after", 6, oldest: null);
        _ended.Release();
        Assert.Equal([Store, "came after"], await AfterAsync(runs: 1));
    }

    [Fact]
    public async Task After_a_failure_what_was_handed_over_waits_for_the_store()
    {
        _queue.Hand(Chat, Lane, "fails", 1, oldest: null);
        await _go.WaitAsync(TestContext.Current.CancellationToken);
        _queue.Hand(Chat, Lane, "next", 3, oldest: 1);
        _queue.Discard(Chat);
        _queue.Hand(Chat, Lane, "third", 5, oldest: 1);
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

    private async Task<bool> ServeAsync(long conversation, string? handed, CancellationToken stopping)
    {
        Assert.Equal(Chat, conversation);
        _done.Enqueue(handed ?? Store);
        _go.Release();
        await _ended.WaitAsync(stopping);
        return Interlocked.Exchange(ref _hasMore, false);
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
