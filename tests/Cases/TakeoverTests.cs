using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

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

    [Fact]
    public async Task Who_is_no_agent_can_do_nothing_whatever_a_page_showed()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        var (desk, by, id) = (stage.Desk, CaseStage.Editor, stage.Id);
        CaseOutcome[] outcomes =
        [
            await desk.ClaimAsync(by, id, Ct), await desk.SendAsync(by, id, "1", "hi", Ct), await desk.NoteAsync(by, id, "1", "hi", Ct),
            await desk.ToQueueAsync(by, id, "billing", null, Ct), await desk.ToPersonAsync(by, id, "yuki", null, Ct),
            await desk.ResolveAsync(by, id, Resolution.Solved, null, Ct), await desk.ReopenAsync(by, id, null, Ct),
            await desk.ChangeAsync(by, id, new CaseChange(Urgency.High), null, Ct), await desk.RetryAsync(by, id, 1, Ct),
        ];
        Assert.All(outcomes, outcome => Assert.Equal(StaffRole.Agent, Assert.IsType<CaseOutcome.Forbidden>(outcome).Needs));
        Assert.Equal(0, await desk.SeenAsync(by, [id], Ct));
        Assert.Equal(CaseStatus.Waiting, (await stage.CaseAsync()).Status);
    }

    [Fact]
    public async Task Only_a_lead_moves_another_s_case_and_nobody_speaks_for_its_owner()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();

        Assert.IsType<CaseOutcome.OwnedBy>(await stage.Desk.ToQueueAsync(CaseStage.Ren, stage.Id, "technical", null, Ct));
        Assert.IsType<CaseOutcome.OwnedBy>(await stage.SayAsync("hi", CaseStage.Lead));
        Assert.IsType<CaseOutcome.Done>(await stage.Desk.NoteAsync(CaseStage.Ren, stage.Id, "1", "seen this before", Ct));
        Assert.IsType<CaseOutcome.Done>(await stage.Desk.ToQueueAsync(CaseStage.Lead, stage.Id, "technical", null, Ct));
        Assert.Equal(("technical", (string?)null), ((await stage.CaseAsync()).Queue, (await stage.CaseAsync()).OwnerId));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("")]
    [InlineData("BILLING")]
    public async Task A_case_goes_only_to_a_queue_that_there_is(string queue)
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();

        Assert.Equal("UnknownQueue", Assert.IsType<CaseOutcome.Invalid>(await stage.Desk.ToQueueAsync(CaseStage.Yuki, stage.Id, queue, null, Ct)).Problem);
        var after = await stage.CaseAsync();
        Assert.Equal(("billing", "yuki"), (after.Queue, after.OwnerId));
    }

    [Fact]
    public async Task A_note_that_a_page_repeats_is_one_note_and_the_same_words_another_time_are_another()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);

        foreach (var (by, sending) in new[] { (CaseStage.Ren, "a"), (CaseStage.Ren, "a"), (CaseStage.Yuki, "a"), (CaseStage.Ren, "a"), (CaseStage.Ren, "b") })
        {
            Assert.IsType<CaseOutcome.Done>(await stage.Desk.NoteAsync(by, stage.Id, sending, "called, no answer", Ct));
        }

        var notes = await bot.ReadAsync(db => db.CaseEvents.Where(happened => happened.Kind == CaseEventKind.Note).OrderBy(happened => happened.Id).Select(happened => happened.By).ToListAsync(Ct));
        Assert.Equal([CaseStage.Ren.Name, CaseStage.Yuki.Name, CaseStage.Ren.Name], notes);
    }

    [Fact]
    public async Task A_note_that_is_too_long_or_has_no_id_is_refused()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);

        Assert.Equal("NoteTooLong", Assert.IsType<CaseOutcome.Invalid>(await stage.Desk.NoteAsync(CaseStage.Ren, stage.Id, "1", new string('x', 10_001), Ct)).Problem);
        Assert.Equal("NoClientId", Assert.IsType<CaseOutcome.Invalid>(await stage.Desk.NoteAsync(CaseStage.Ren, stage.Id, "", "seen before", Ct)).Problem);
    }

    [Fact]
    public async Task A_case_goes_only_to_colleagues_who_are_known_and_may_have_it()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.KnowAsync(CaseStage.Editor);
        Assert.Equal("UnknownColleague", Assert.IsType<CaseOutcome.Invalid>(await stage.Desk.ToPersonAsync(CaseStage.Yuki, stage.Id, "nobody", null, Ct)).Problem);
        Assert.IsType<CaseOutcome.Invalid>(await stage.Desk.ToPersonAsync(CaseStage.Yuki, stage.Id, CaseStage.Editor.Id, null, Ct));
        Assert.Equal("yuki", (await stage.CaseAsync()).OwnerId);
    }

    [Fact]
    public async Task What_a_customer_adds_from_elsewhere_while_the_case_is_closed_is_not_taken_and_lost()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.Desk.ResolveAsync(CaseStage.Yuki, stage.Id, Resolution.Solved, null, Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                await new CustomerAdded(stage.Id, "guest", "and the other invoice too").ApplyAsync(db, bot.Clock.GetUtcNow().ToInstant(), token);
                return await db.SaveChangesAsync(token);
            },
            Ct));

        Assert.DoesNotContain(await stage.Reader.EventsAfterAsync(CaseStage.Yuki, stage.Id, 0, Ct), happened => happened.Kind == CaseEventKind.Detail);
    }

    [Theory]
    [InlineData("talk to a person", "Our VAT number is wrong", "Yuki has left the chat and closed your case {0}", "reopen case {0}", "5 - very good", "Thank you")]
    [InlineData("担当者と話す", "登録番号が違います", "Yukiがチャットから退出し、お問い合わせ番号 {0} を完了", "お問い合わせ {0} を再開", "5 - とても良い", "ありがとう")]
    public async Task A_chat_that_is_handed_back_tells_that_the_case_is_closed_how_to_reopen_it_and_asks_for_a_rating(
        string request, string about, string closed, string reopen, string best, string thanks)
    {
        await using var bot = BotHost.Start();
        var alex = bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays(request);
        await alex.CustomerSays(about);
        var stage = new CaseStage(bot, alex, (await bot.CaseAsync(alex))!.Id);
        await stage.ClaimAsync();
        await bot.WhenIdleAsync();
        bot.Channel.TakeAll();
        await stage.Desk.HandBackAsync(CaseStage.Yuki, stage.Id, null, Ct);
        await bot.WhenIdleAsync();
        var told = Assert.Single(bot.Channel.TakeAll(), sent => sent.ConversationId == stage.Customer.Id);
        Assert.Contains(string.Format(null, closed, stage.Id), told.AllText, StringComparison.Ordinal);
        Assert.Contains(string.Format(null, reopen, stage.Id), told.AllText, StringComparison.Ordinal);
        Assert.Contains(best, new BotReplies([told.Body.DeepClone()]).Buttons);

        Assert.Contains(thanks, (await stage.Customer.CustomerSays(best)).Text, StringComparison.Ordinal);
        Assert.Equal(5, (await stage.CaseAsync()).Rating);
        await stage.Customer.CustomerSays(string.Format(null, reopen, stage.Id));
        Assert.Equal(CaseStatus.Waiting, (await stage.CaseAsync()).Status);
    }

    [Fact]
    public async Task A_closed_case_can_be_opened_again_unless_the_conversation_has_another_one()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.Desk.ResolveAsync(CaseStage.Yuki, stage.Id, Resolution.Solved, null, Ct);
        var other = await CaseStage.OpenAsync(bot, stage.Customer);

        Assert.Equal("AnotherCaseIsOpen", Assert.IsType<CaseOutcome.Invalid>(await stage.Desk.ReopenAsync(CaseStage.Ren, stage.Id, null, Ct)).Problem);
        await other.ClaimAsync();
        await other.Desk.HandBackAsync(CaseStage.Yuki, other.Id, null, Ct);
        Assert.IsType<CaseOutcome.Done>(await stage.Desk.ReopenAsync(CaseStage.Ren, stage.Id, "was not solved", Ct));
        Assert.Equal(("ren", CaseStatus.Active), ((await stage.CaseAsync()).OwnerId, (await stage.CaseAsync()).Status));
        Assert.Empty((await stage.Customer.CustomerSays("thank you")).Text);
    }
}
