using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.Extensions.DependencyInjection;
using static BillingBot.Tests.Skills.OwnCases.CaseWords;

namespace BillingBot.Tests.Skills.OwnCases;

/// <summary>A closed case: reopened within seven days, and out of the way otherwise.</summary>
public class CaseReopeningTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);

    [Theory]
    [InlineData("reopen case {0}")]
    [InlineData("お問い合わせ {0} を再開")]
    [InlineData("my case {0} is not solved")]
    public async Task Within_seven_days_a_closed_case_is_reopened_and_moves_to_where_the_person_writes(string words)
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await Bot.ResolveAsync(known.Id);
        var elsewhere = Alex;
        var reopened = await elsewhere.CustomerSays(Say(words, known));
        Assert.Contains(Number(known), reopened.Text, StringComparison.Ordinal);
        var after = (await Bot.CaseAsync(elsewhere))!;
        Assert.Equal((known.Id, CaseStatus.Waiting, (string?)null), (after.Id, after.Status, after.OwnerId));
        Assert.Contains(await Bot.EventsAsync(known.Id), happened => happened.Kind == CaseEventKind.Reopened);
        var reader = Bot.Services.GetRequiredService<CaseReader>();
        var earlier = await reader.EarlierAsync(HandedOver.Yuki, known.Id, TestContext.Current.CancellationToken);
        Assert.Contains(earlier, line => line.Text == known.Summary);
        Assert.All(earlier, line => Assert.Equal(known.ConversationId, line.EarlierIn));
        Assert.Empty(await reader.EarlierAsync(Staff.Of("ed", "Ed", StaffRole.KnowledgeEditor), known.Id, TestContext.Current.CancellationToken));
        Assert.IsType<CaseOutcome.Done>(await Bot.ClaimAsync(known.Id));
        Assert.Empty((await elsewhere.CustomerSays("are you there?")).Text);
    }

    [Fact]
    public async Task After_seven_days_a_new_case_names_the_old_one()
    {
        await using var bot = BotHost.Start();
        var alex = bot.Conversation("msteams", TestUser.Alex);
        var known = await bot.HandsOverAsync(alex);
        await bot.ResolveAsync(known.Id);
        bot.Clock.Advance(TimeSpan.FromDays(8));
        var reply = await alex.CustomerSays($"reopen case {known.Id}");
        Assert.Contains("more than seven days ago", reply.Text, StringComparison.Ordinal);
        var next = (await bot.CaseAsync(alex))!;
        Assert.NotEqual(known.Id, next.Id);
        Assert.Contains($"Follow-up of case {known.Id}", next.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_case_ends_its_context_and_loops_into_no_new_one()
    {
        var alex = Alex;
        await alex.CustomerSays("how do I cook rice");
        await alex.CustomerSays("how do I bake bread");
        await alex.CustomerSays("yes");
        var known = (await Bot.CaseAsync(alex))!;
        await Bot.ResolveAsync(known.Id);
        await alex.CustomerSays("thanks");
        await alex.CustomerSays("yes");
        await alex.CustomerSays("how do I brew tea");
        Assert.Equal((known.Id, CaseStatus.Resolved), ((await Bot.CaseAsync(alex))!.Id, (await Bot.CaseAsync(alex))!.Status));
    }
}
