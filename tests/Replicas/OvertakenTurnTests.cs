using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Replicas;

/// <summary>A turn that must wait for somebody else who writes in its conversation.</summary>
[OnPostgreSql]
public sealed class OvertakenTurnTests
{
    private const string Waiting = """SELECT count(*) AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_knows_of_the_reminder_that_was_recorded_meanwhile_and_so_says_nothing_before_it()
    {
        // So long that neither is looked for.
        using var bot = BotHost.Start(settings: [BotHost.NoArticles, ("Replicas:Lease", "00:10:00")]);
        var claim = await Of<Inbox>(bot).ClaimAsync(new InboundMessage("emulator", "c", "{}", "1", "{}"), Ct);
        var (added, commit) = (new TaskCompletionSource(), new TaskCompletionSource());
        var reminder = Of<DbWriter>(bot).CommitAsync(
            async (db, token) =>
            {
                await Of<ProactiveMessages>(bot).AddAsync(db, claim.ConversationId, Pending, Instant.FromUnixTimeSeconds(1), token);
                await db.SaveChangesAsync(token);
                added.TrySetResult();
                await commit.Task;
                return 0;
            },
            Ct);
        await added.Task;

        var turn = Of<TurnStore>(bot).CommitAsync(
            new TurnRecord(claim.ConversationId, claim.Sequence, 0, "{}", null, [Pending]) { LastSequence = claim.Next!.Conversation.LastSequence }, Ct);
        await bot.WaitForAsync(async db => (await db.Database.SqlQueryRaw<long>(Waiting).ToListAsync(Ct))[0] > 0);
        commit.SetResult();
        await reminder;

        var committed = await turn;
        Assert.Equal((2L, 3L), (committed!.OldestPending, Assert.Single(committed.Replies!).Sequence));
    }

    private static RecordedReply Pending => new("{}", MessageStatus.Pending);

    private static T Of<T>(BotHost bot) where T : notnull => bot.Services.GetRequiredService<T>();
}
