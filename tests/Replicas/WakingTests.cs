using BillingBot.Cases;
using BillingBot.Console.Identity;
using BillingBot.Conversation;
using BillingBot.Tests.Channels.DirectLine;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Replicas;

/// <summary>Whoever watches at one replica sees what happens at another.</summary>
[OnPostgreSql]
public sealed class WakingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TwoReplicas _two = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _two.Dispose();

    [Fact]
    public async Task A_chat_that_is_connected_to_one_and_writes_to_the_other_gets_its_answers_at_once()
    {
        await ListeningAsync();
        var client = await DirectLineClient.StartedAsync(_two.One);
        var elsewhere = new DirectLineClient(_two.Other, client.Credential, client.ConversationId);
        using var stream = await DirectLineSocket.OpenAsync((await elsewhere.GetAsync($"conversations/{client.ConversationId}")).StreamUrl);
        await stream.ReadUntilAsync(activities => activities.Count > 0);
        for (var said = 0; said < 5; said++)
        {
            var posted = await client.SayAsync("thanks");
            await stream.ReadUntilAsync(activities => activities.Any(activity => activity.Answers(posted.Id)));
        }
    }

    [Fact]
    public async Task A_client_that_connects_to_another_replica_gives_up_its_place_at_the_first()
    {
        await ListeningAsync();
        var client = await DirectLineClient.StartedAsync(_two.One);
        using var first = await DirectLineSocket.OpenAsync((await client.GetAsync($"conversations/{client.ConversationId}")).StreamUrl);
        await first.ReadUntilAsync(activities => activities.Count > 0);
        var elsewhere = new DirectLineClient(_two.Other, client.Credential, client.ConversationId);
        using var second = await DirectLineSocket.OpenAsync((await elsewhere.GetAsync($"conversations/{client.ConversationId}")).StreamUrl);
        while (await first.FrameAsync() is not null)
        {
        }

        Assert.Equal("collision", first.Socket.CloseStatusDescription);
    }

    [Fact]
    public async Task A_line_that_breaks_is_mended_and_whoever_may_have_missed_something_looks()
    {
        await ListeningAsync();
        using var watch = _two.OfOther<MessageFeed>().Watch(1);
        var next = watch.NextAsync();
        await _two.One.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'BillingBot line' AND datname = current_database()", Ct));
        await next.WaitAsync(Patience, Ct);
        await ListeningAsync();
    }

    [Fact]
    public async Task A_change_of_a_case_and_a_customer_who_types_are_seen_at_both()
    {
        await ListeningAsync();
        var changed = _two.OfOther<CaseFeed>().NextAsync();
        _two.OfOne<CaseFeed>().Publish();
        await changed.WaitAsync(Patience, Ct);
        using var watch = _two.OfOther<MessageFeed>().Watch(7);
        var woken = watch.NextAsync();
        _two.OfOne<TypingBoard>().CustomerTypes(7);
        await woken.WaitAsync(Patience, Ct);
        Assert.NotNull(_two.OfOther<TypingBoard>().TypingUntil(7));
    }

    [Fact]
    public async Task Who_signs_out_at_one_is_signed_out_at_the_other()
    {
        await ListeningAsync();
        var (one, other) = (_two.OfOne<StaffSessions>(), _two.OfOther<StaffSessions>());
        var end = Instant.FromUnixTimeSeconds(4_000_000_000);
        Assert.True(await one.RenewAsync("session", end, Ct));
        Assert.True(await other.RenewAsync("session", end, Ct));
        var ended = new TaskCompletionSource<string>();
        other.Ended += (_, over) => ended.TrySetResult(over.Session);
        await one.EndAsync("session", Ct);
        Assert.Equal("session", await ended.Task.WaitAsync(Patience, Ct));
        Assert.False(other.IsOpen("session"));
        Assert.False(await other.RenewAsync("session", end, Ct));
    }

    /// <summary>Until what is told at one is heard at the other.</summary>
    private async Task ListeningAsync()
    {
        for (var tries = 0; ; tries++)
        {
            using var atOne = _two.OfOne<MessageFeed>().Watch(-2);
            using var atOther = _two.OfOther<MessageFeed>().Watch(-1);
            var heard = Task.WhenAll(atOne.NextAsync(), atOther.NextAsync());
            _two.OfOne<MessageFeed>().Publish(-1);
            _two.OfOther<MessageFeed>().Publish(-2);
            await Task.WhenAny(heard, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Ct));
            if (heard.IsCompleted)
            {
                return;
            }

            Assert.True(tries < 150, "The replicas did not hear each other.");
        }
    }
}
