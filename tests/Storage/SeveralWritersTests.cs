using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Identity;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Storage;

/// <summary>Two bots that know nothing of each other write to one PostgreSQL at once, as two replicas do; everything comes out as if they had taken turns.</summary>
[OnPostgreSql]
public sealed class SeveralWritersTests : IDisposable
{
    private readonly BotHost _one;
    private readonly BotHost _other;

    public SeveralWritersTests()
    {
        _one = BotHost.Start(settings: [BotHost.NoArticles, ("Verification:CodesPerAddress", "3")]);
        _other = BotHost.Start(_one.Database, settings: [BotHost.NoArticles, ("Verification:CodesPerAddress", "3")]);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _other.Dispose();
        _one.Dispose();
    }

    [Fact]
    public async Task Messages_of_one_conversation_are_numbered_without_gap_or_repeat_whoever_takes_them()
    {
        const int Messages = 200;
        var claims = await AtOnceAsync(Messages, (bot, place) => Of<Inbox>(bot).ClaimAsync(Inbound($"m{place}"), Ct));
        Assert.Single(claims.Select(claim => claim.ConversationId).Distinct());
        Assert.Equal(Enumerable.Range(1, Messages).Select(number => (long)number), claims.Select(claim => claim.Sequence).Order());
    }

    [Fact]
    public async Task An_activity_that_both_get_is_claimed_once()
    {
        var claims = await AtOnceAsync(40, (bot, _) => Of<Inbox>(bot).ClaimAsync(Inbound("same"), Ct));
        Assert.Single(claims, claim => !claim.IsRepeat);
        Assert.Single(claims.Select(claim => (claim.ConversationId, claim.Sequence)).Distinct());
    }

    [Fact]
    public async Task A_turn_that_both_have_run_is_committed_once_with_one_answer()
    {
        for (var round = 0; round < 10; round++)
        {
            var claim = await Of<Inbox>(_one).ClaimAsync(Inbound($"turn{round}"), Ct);
            var version = await _one.ReadAsync(db => db.Conversations.Where(known => known.Id == claim.ConversationId).Select(known => known.StateVersion).SingleAsync(Ct));
            var turn = new TurnRecord(claim.ConversationId, claim.Sequence, version, "{}", null, [new RecordedReply("{}", MessageStatus.Sent)])
            {
                // With effects it is another kind of transaction.
                Effects = round % 2 == 0 ? [] : [new ForgetSender(claim.ConversationId, "nobody")],
            };
            var committed = await AtOnceAsync(6, (bot, _) => Of<TurnStore>(bot).CommitAsync(turn, Ct));
            Assert.Single(committed, turn => turn is not null);
            Assert.Equal(1, await _one.ReadAsync(db => db.Messages.CountAsync(message => message.InReplyTo == claim.Sequence, Ct)));
        }
    }

    [Fact]
    public async Task No_case_number_is_given_out_twice()
    {
        var numbers = await AtOnceAsync(100, (bot, _) => Of<CaseNumbers>(bot).TakeAsync(Ct));
        Assert.Equal(Enumerable.Range(1001, 100).Select(number => (long)number), numbers.Order());
    }

    [Fact]
    public async Task A_case_has_one_owner_though_staff_claim_it_on_both()
    {
        var stage = await CaseStage.OpenAsync(_one);
        var outcomes = await AtOnceAsync(
            50, (bot, place) => Of<BillingBot.Cases.CaseDesk>(bot).ClaimAsync(CaseStage.Agent($"s{place}", $"Staff {place}"), stage.Id, Ct));
        var winner = Assert.Single(outcomes.OfType<CaseOutcome.Done>()).Case.OwnerName!;
        Assert.Equal(49, outcomes.OfType<CaseOutcome.OwnedBy>().Count(outcome => outcome.Name == winner));
        Assert.Equal(1, await _one.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "case.claimed", Ct)));
    }

    [Fact]
    public async Task What_staff_say_while_the_customer_writes_is_numbered_with_it_in_one_order()
    {
        const int Each = 25;
        var stage = await CaseStage.OpenAsync(_one);
        await stage.ClaimAsync();
        var conversation = await _one.ReadAsync(db => db.Conversations.SingleAsync(known => known.ChannelConversationId == stage.Customer.Id, Ct));
        var before = conversation.LastSequence;
        await Task.WhenAll(
            AtOnceAsync(Each, async (bot, place) => Assert.IsType<CaseOutcome.Done>(
                await Of<BillingBot.Cases.CaseDesk>(bot).SendAsync(CaseStage.Yuki, stage.Id, $"say{place}", $"answer {place}", Ct))),
            AtOnceAsync(Each, (bot, place) => Of<Inbox>(bot).ClaimAsync(
                new InboundMessage(conversation.Channel, conversation.ChannelConversationId, conversation.Reference, $"ask{place}", "{}"), Ct)));
        var numbers = await _one.ReadAsync(db => db.Messages
            .Where(message => message.ConversationId == conversation.Id && message.Sequence > before).OrderBy(message => message.Sequence)
            .Select(message => message.Sequence).ToListAsync(Ct));
        Assert.Equal(Enumerable.Range(1, 2 * Each).Select(place => before + place), numbers.Take(2 * Each));
        var events = await _one.ReadAsync(db => db.CaseEvents.Where(happened => happened.CaseId == stage.Id).OrderBy(happened => happened.Id)
            .Select(happened => happened.At).ToListAsync(Ct));
        Assert.Equal(events.Order(), events);
    }

    [Fact]
    public async Task A_limit_over_many_rows_holds_though_no_row_is_shared()
    {
        var issued = await AtOnceAsync(12, (bot, place) => Of<CodeIssuer>(bot).IssueAsync(
            new CodeRequest(place + 1, 1, "29:guest", "contoso-alex@example.com", (_, code) => new CodeMail("code", code, "en")), Ct));
        Assert.Equal(3, issued.OfType<CodeIssue.Issued>().Count());
        Assert.Equal(3, await _one.ReadAsync(db => db.VerificationCodes.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_was_looked_for_and_not_found_is_not_added_twice()
    {
        var added = await AtOnceAsync(30, (bot, place) => Of<DbWriter>(bot).CommitAsync(
            async (db, token) =>
            {
                if (await db.StaffTasks.AnyAsync(task => task.Subject == "the only one", token))
                {
                    return 0;
                }

                db.Add(new StaffTask { Kind = StaffTaskKind.Dispute, Subject = "the only one", CreatedAt = Instant.FromUnixTimeSeconds(place) });
                return await db.SaveChangesAsync(token);
            },
            Ct));
        Assert.Equal(1, added.Sum());
    }

    [Fact]
    public async Task No_update_is_lost_where_each_reads_and_writes_the_same_row()
    {
        await AtOnceAsync(60, (bot, _) => Of<DbWriter>(bot).CommitAsync(
            async (db, token) =>
            {
                var counter = await db.CaseCounters.AsTracking().SingleAsync(token);
                counter.Last++;
                return await db.SaveChangesAsync(token);
            },
            Ct));
        Assert.Equal(1060, await _one.ReadAsync(db => db.CaseCounters.Select(counter => counter.Last).SingleAsync(Ct)));
    }

    private static InboundMessage Inbound(string key) => new("emulator", "shared", "{}", key, "{}");

    private static T Of<T>(BotHost bot) where T : notnull => bot.Services.GetRequiredService<T>();

    /// <summary>By turns on the one and the other, all at the same time.</summary>
    private Task<T[]> AtOnceAsync<T>(int times, Func<BotHost, int, Task<T>> act) => Task.WhenAll(
        Enumerable.Range(0, times).Select(place => Task.Run(() => act(place % 2 == 0 ? _one : _other, place), Ct)));
}
