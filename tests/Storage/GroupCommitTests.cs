using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Storage;

/// <summary>Units of work that are committed together fail alone, and none is acknowledged before its commit.</summary>
public sealed class GroupCommitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_units_that_are_committed_together_only_those_that_fail_are_not_kept()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var writer = bot.Services.GetRequiredService<DbWriter>();
        var (first, release) = await HoldAsync(writer);

        var units = Enumerable.Range(0, 20).Select(number => writer.CommitAsync(
            async (db, token) =>
            {
                db.Add(Conversation($"c{number}"));
                await db.SaveChangesAsync(token);
                return number % 7 == 3 ? throw new InvalidOperationException($"unit {number}") : number;
            },
            Ct)).ToList();
        release.SetResult();
        await first;

        foreach (var (unit, number) in units.Select((unit, number) => (unit, number)))
        {
            if (number % 7 == 3)
            {
                Assert.Equal($"unit {number}", (await Assert.ThrowsAsync<InvalidOperationException>(() => unit)).Message);
            }
            else
            {
                Assert.Equal(number, await unit);
            }
        }

        Assert.Equal(
            Enumerable.Range(0, 20).Where(number => number % 7 != 3).Select(number => $"c{number}").Order(),
            (await bot.ReadAsync(db => db.Conversations.Select(kept => kept.ChannelConversationId).ToListAsync(Ct))).Order());
    }

    [Fact]
    public async Task Nobody_is_told_before_the_commit_that_the_unit_is_part_of()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var writer = bot.Services.GetRequiredService<DbWriter>();
        var (first, release) = await HoldAsync(writer);
        var (releaseLast, lastRuns) = (new TaskCompletionSource(), new TaskCompletionSource());
        var early = writer.CommitAsync(
            async (db, token) =>
            {
                db.Add(Conversation("early"));
                return await db.SaveChangesAsync(token);
            },
            Ct);
        var last = writer.CommitAsync(
            async (_, _) =>
            {
                lastRuns.TrySetResult();
                await releaseLast.Task;
                return 0;
            },
            Ct);
        release.SetResult();
        await first;
        await lastRuns.Task;

        Assert.False(early.IsCompleted);
        Assert.False(await bot.ReadAsync(db => db.Conversations.AnyAsync(Ct)));
        releaseLast.SetResult();
        Assert.Equal(1, await early);
        await last;
        Assert.True(await bot.ReadAsync(db => db.Conversations.AnyAsync(Ct)));
    }

    [Fact]
    public async Task A_unit_that_is_given_up_while_it_waits_does_nothing_and_the_others_go_on()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var writer = bot.Services.GetRequiredService<DbWriter>();
        using var giveUp = new CancellationTokenSource();
        var (first, release) = await HoldAsync(writer);
        var ran = false;
        var givenUp = writer.CommitAsync((_, _) => Task.FromResult(ran = true), giveUp.Token);
        var other = writer.CommitAsync((_, _) => Task.FromResult(5), Ct);

        await giveUp.CancelAsync();
        release.SetResult();
        await first;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        Assert.Equal(5, await other);
        Assert.False(ran);
    }

    /// <summary>Keeps the writer, so that what comes meanwhile comes together.</summary>
    private static async Task<(Task Held, TaskCompletionSource Release)> HoldAsync(DbWriter writer)
    {
        var (release, runs) = (new TaskCompletionSource(), new TaskCompletionSource());
        var held = writer.CommitAsync(
            async (_, _) =>
            {
                runs.TrySetResult();
                await release.Task;
                return 0;
            },
            Ct);
        await runs.Task;
        return (held, release);
    }

    private static Knowledge.Conversations.Conversation Conversation(string id) => new() { Channel = "emulator", ChannelConversationId = id, Reference = "{}" };
}
