using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace BillingBot.Tests.Cases;

/// <summary>Staff take a conversation over: one of them, and the bot is silent.</summary>
public sealed class TakeoverTests
{
    private static readonly StaffUser Yuki = new("yuki", "Yuki", new HashSet<StaffRole> { StaffRole.Agent });
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_claims_at_once_have_one_winner_and_the_others_learn_who()
    {
        await using var bot = BotHost.Start(settings: ("Answers:ContentFolder", "none"));
        await bot.Conversation().CustomerSays("hello");
        var id = await OpenAsync(bot);
        var desk = bot.Services.GetRequiredService<CaseDesk>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(place => Task.Run(
            () => desk.ClaimAsync(new StaffUser($"s{place}", $"Staff {place}", new HashSet<StaffRole> { StaffRole.Agent }), id, Ct), Ct)));

        var winner = Assert.Single(outcomes.OfType<CaseOutcome.Done>()).Case.OwnerName!;
        Assert.Equal(49, outcomes.OfType<CaseOutcome.OwnedBy>().Count(outcome => outcome.Name == winner));
    }

    [Fact]
    public async Task The_bot_is_silent_while_a_person_owns_the_conversation_and_answers_again_afterwards()
    {
        await using var bot = BotHost.Start(settings: ("Answers:ContentFolder", "none"));
        var customer = bot.Conversation();
        await customer.CustomerSays("hello");
        var id = await OpenAsync(bot);
        var desk = bot.Services.GetRequiredService<CaseDesk>();
        await desk.ClaimAsync(Yuki, id, Ct);

        Assert.Empty((await customer.CustomerSays("are you there?")).Text);
        Assert.IsType<CaseOutcome.Done>(await desk.SendAsync(Yuki, id, "1", "Yes, *I* am.", Ct));
        Assert.IsType<CaseOutcome.Done>(await desk.ResolveAsync(Yuki, id, Resolution.Solved, null, Ct));

        Assert.NotEmpty((await customer.CustomerSays("hello?")).Text);
        await bot.WhenIdleAsync();
        Assert.Contains(bot.Channel.TakeAll(), sent => sent.AllText.Contains(@"\*I\*", StringComparison.Ordinal));
    }

    private static async Task<long> OpenAsync(BotHost bot)
    {
        var number = await bot.Services.GetRequiredService<CaseNumbers>().TakeAsync(Ct);
        var conversation = await bot.ReadAsync(db => db.Conversations.OrderByDescending(known => known.Id).FirstAsync(Ct));
        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                var now = bot.Clock.GetUtcNow().ToInstant();
                var opening = new CaseOpening(
                    new Case
                    {
                        Id = number, ConversationId = conversation.Id, SenderId = "guest", Language = "en", Reason = CaseReason.AskedForPerson,
                        Summary = "help", Queue = "billing", CreatedAt = now,
                    },
                    "billing");
                await opening.ApplyAsync(db, now, token);
                return await db.SaveChangesAsync(token);
            },
            Ct);
        return number;
    }
}
