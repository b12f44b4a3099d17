using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Cases;

/// <summary>Who may move a case and speak in it, and where it may go.</summary>
public class TakeoverRightsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
}
