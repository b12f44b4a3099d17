using System.Collections.Concurrent;
using BillingBot.Conversation;

namespace BillingBot.Tests.Conversations;

/// <summary>Nobody can keep the others waiting.</summary>
public sealed class KeyedQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_with_much_to_say_lets_the_others_go_between()
    {
        var (served, left) = (new ConcurrentQueue<long>(), 5);
        var done = new TaskCompletionSource();
        var queue = new KeyedQueue<string>(1, (key, _, _) =>
        {
            served.Enqueue(key);
            var hasMore = key == 1 && --left > 0;
            if (left == 0)
            {
                done.TrySetResult();
            }

            return Task.FromResult(hasMore);
        });
        queue.Signal(1, "tenant");
        queue.Signal(2, "tenant");
        queue.Signal(3, "tenant");
        await RunUntilAsync(queue, done.Task);
        Assert.Equal([1, 2, 3, 1, 1, 1, 1], served);
    }

    [Fact]
    public async Task A_tenant_with_many_conversations_lets_another_s_only_one_go_second()
    {
        var served = new ConcurrentQueue<long>();
        var done = new TaskCompletionSource();
        var queue = new KeyedQueue<string>(1, (key, _, _) =>
        {
            served.Enqueue(key);
            if (served.Count == 101)
            {
                done.TrySetResult();
            }

            return Task.FromResult(false);
        });
        for (var conversation = 1; conversation <= 100; conversation++)
        {
            queue.Signal(conversation, "noisy");
        }

        queue.Signal(1_000, "quiet");
        await RunUntilAsync(queue, done.Task);
        Assert.Equal(1_000, served.ElementAt(1));
    }

    [Fact]
    public async Task A_tenant_whose_channel_hangs_leaves_workers_for_the_others()
    {
        var hanging = new TaskCompletionSource();
        var quiet = new TaskCompletionSource();
        var hung = 0;
        var queue = new KeyedQueue<string>(8, async (key, _, _) =>
        {
            if (key < 1_000)
            {
                Interlocked.Increment(ref hung);
                await hanging.Task;
            }
            else
            {
                quiet.TrySetResult();
            }

            return false;
        });
        for (var conversation = 1; conversation <= 100; conversation++)
        {
            queue.Signal(conversation, "hangs");
        }

        queue.Signal(1_000, "quiet");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = queue.RunAsync(end.Token);
        await quiet.Task.WaitAsync(Patience, Ct);
        Assert.InRange(hung, 1, 4);
        await end.CancelAsync();
        hanging.SetResult();
        await running.WaitAsync(Patience, Ct);
    }

    [Fact]
    public async Task A_key_is_served_by_one_at_a_time_and_a_signal_meanwhile_is_not_lost()
    {
        const int Keys = 20, Signals = 200;
        var (inside, visits) = (new int[Keys], new int[Keys]);
        var (asked, seen) = (new int[Keys], new int[Keys]);
        var done = new TaskCompletionSource();
        var queue = new KeyedQueue<string>(8, async (key, _, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref inside[key]));
            await Task.Yield();
            seen[key] = Volatile.Read(ref asked[key]);
            Interlocked.Increment(ref visits[key]);
            Interlocked.Decrement(ref inside[key]);
            if (seen.All(count => count == Signals))
            {
                done.TrySetResult();
            }

            return false;
        });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = queue.RunAsync(end.Token);
        await Parallel.ForAsync(0, Keys * Signals, Ct, (number, _) =>
        {
            Interlocked.Increment(ref asked[number % Keys]);
            queue.Signal(number % Keys, $"lane{number % 3}");
            return ValueTask.CompletedTask;
        });
        await done.Task.WaitAsync(Patience, Ct);
        await end.CancelAsync();
        await running.WaitAsync(Patience, Ct);
        Assert.All(visits, count => Assert.InRange(count, 1, Signals));
    }

    [Fact]
    public void A_lane_may_fill_half_of_the_room_that_the_others_leave()
    {
        var queue = new KeyedQueue<string>(1, (_, _, _) => Task.FromResult(false));
        var taken = 0;
        while (queue.Keep("noisy", 100) is { } place)
        {
            queue.Signal(++taken, "noisy");
            place.Dispose();
        }

        Assert.Equal(50, taken);
        Assert.NotNull(queue.Keep("quiet", 100));
    }

    [Fact]
    public void A_place_that_is_kept_counts_until_it_is_given_back()
    {
        var queue = new KeyedQueue<string>(1, (_, _, _) => Task.FromResult(false));
        var places = Enumerable.Range(0, 5).Select(_ => queue.Keep("noisy", 10)).ToList();
        Assert.All(places, Assert.NotNull);
        Assert.Null(queue.Keep("noisy", 10));
        places.ForEach(place => place!.Dispose());
        Assert.NotNull(queue.Keep("noisy", 10));
    }

    private static async Task RunUntilAsync(KeyedQueue<string> queue, Task done)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = queue.RunAsync(end.Token);
        await done.WaitAsync(Patience, Ct);
        await end.CancelAsync();
        await running.WaitAsync(Patience, Ct);
    }
}
