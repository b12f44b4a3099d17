using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Cases;

/// <summary>Staff take a conversation over: one of them, and the bot is silent.</summary>
public class TakeoverTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_claims_at_once_have_one_winner_and_the_others_learn_who()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(place => Task.Run(
            () => stage.Desk.ClaimAsync(CaseStage.Agent($"s{place}", $"Staff {place}"), stage.Id, Ct), Ct)));

        var winner = Assert.Single(outcomes.OfType<CaseOutcome.Done>()).Case.OwnerName!;
        Assert.Equal(49, outcomes.OfType<CaseOutcome.OwnedBy>().Count(outcome => outcome.Name == winner));
        Assert.Equal(winner, (await stage.CaseAsync()).OwnerName);
        Assert.Single(await stage.TranscriptAsync(), line => line.Text.Contains("has joined", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_bot_is_silent_while_a_person_owns_the_conversation_and_answers_again_afterwards()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();

        Assert.Empty((await stage.Customer.CustomerSays("are you there?")).Text);
        Assert.IsType<CaseOutcome.Done>(await stage.SayAsync("Yes, *I* am."));
        Assert.IsType<CaseOutcome.Done>(await stage.Desk.ResolveAsync(CaseStage.Yuki, stage.Id, Resolution.Solved, null, Ct));

        Assert.NotEmpty((await stage.Customer.CustomerSays("hello?")).Text);
        await bot.WhenIdleAsync();
        Assert.Contains(bot.Channel.TakeAll(), sent => sent.AllText.Contains(@"\*I\*", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_former_owner_s_late_message_is_refused_and_they_learn_who_has_the_case()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.KnowAsync(CaseStage.Ren);
        Assert.IsType<CaseOutcome.Done>(await stage.Desk.ToPersonAsync(CaseStage.Yuki, stage.Id, CaseStage.Ren.Id, "knows Azure", Ct));

        Assert.Equal("Ren", Assert.IsType<CaseOutcome.OwnedBy>(await stage.SayAsync("one more thing")).Name);
        Assert.DoesNotContain(await stage.TranscriptAsync(), line => line.Text.Contains("one more thing", StringComparison.Ordinal));
        Assert.IsType<CaseOutcome.Done>(await stage.SayAsync("Ren here", CaseStage.Ren));
    }

    [Fact]
    public async Task A_repeated_sending_is_said_once_and_does_not_make_a_customer_who_answered_wait()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.Desk.SendAsync(CaseStage.Yuki, stage.Id, "same", "Which invoice?", Ct);
        await stage.Customer.CustomerSays("the last one");
        await stage.KnowAsync(CaseStage.Ren);
        await stage.Desk.ToPersonAsync(CaseStage.Yuki, stage.Id, CaseStage.Ren.Id, null, Ct);

        // Its first answer was lost on the way: it was said, so it must not be called refused.
        Assert.IsType<CaseOutcome.Done>(await stage.Desk.SendAsync(CaseStage.Yuki, stage.Id, "same", "Which invoice?", Ct));
        Assert.Single(await stage.TranscriptAsync(), line => line.Text == "Which invoice?");
        Assert.Equal(CaseStatus.Active, (await stage.CaseAsync()).Status);
    }

    [Fact]
    public async Task Of_two_who_move_a_case_at_once_the_slower_one_learns_what_became_of_it()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.KnowAsync(CaseStage.Ren);

        var outcomes = await Task.WhenAll(
            stage.Desk.ToPersonAsync(CaseStage.Yuki, stage.Id, CaseStage.Ren.Id, null, Ct),
            stage.Desk.ToQueueAsync(CaseStage.Yuki, stage.Id, "technical", null, Ct),
            stage.Desk.ResolveAsync(CaseStage.Yuki, stage.Id, Resolution.Solved, null, Ct));

        Assert.Single(outcomes.OfType<CaseOutcome.Done>());
        Assert.Single(await stage.Reader.EventsAfterAsync(CaseStage.Yuki, stage.Id, 0, Ct), happened => happened.Kind is
            CaseEventKind.Transferred or CaseEventKind.Released or CaseEventKind.Resolved);
    }
}
