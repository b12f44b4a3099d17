using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Cases;

/// <summary>What staff read of a case.</summary>
public class CaseReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_s_markup_and_card_JSON_are_text()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        string[] words = ["<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1))", """{"type":"AdaptiveCard","body":[]}""", "\u202Egnp.exe 🍣"];
        foreach (var said in words)
        {
            await stage.Customer.CustomerSays(said);
        }

        Assert.Equal(words, (await stage.TranscriptAsync()).Where(line => line.By == Speaker.Customer).Skip(1).Select(line => line.Text));
    }

    [Fact]
    public async Task A_guest_s_name_can_neither_fill_the_list_of_cases_nor_turn_it_around()
    {
        await using var bot = BotHost.Start();
        var guest = bot.Conversation("emulator", new TestUser("29:long", $"Ann\n\u202E<b>Lee</b>\u2066 {new string('N', 5_000)}"));
        var known = await bot.HandsOverAsync(guest);

        Assert.Equal(100, known.SenderName!.Length);
        Assert.StartsWith("Ann <b>Lee</b> NNN", known.SenderName, StringComparison.Ordinal);
        var lines = await bot.Services.GetRequiredService<CaseReader>().TranscriptAfterAsync(CaseStage.Yuki, known.Id, 0, Ct);
        Assert.All(lines.Where(line => line.By == Speaker.Customer), line => Assert.Equal(known.SenderName, line.Name));
    }

    [Fact]
    public async Task The_transcript_says_who_spoke_what_the_bot_decided_and_how_sure_it_was_and_goes_on_by_number()
    {
        await using var bot = BotHost.Start();
        var stage = await CaseStage.OpenAsync(bot, bot.Conversation("emulator", TestUser.Alex));
        await stage.Customer.CustomerSays("Can I cancel a yearly subscription?");
        await stage.ClaimAsync();
        await stage.SayAsync("Line one\nLine *two*");
        await bot.WhenIdleAsync();

        var all = await stage.TranscriptAsync();
        Assert.Equal([Speaker.Customer, Speaker.Bot, Speaker.Customer, Speaker.Bot], all.Take(4).Select(line => line.By));
        Assert.Equal(("Yuki", "Line one\nLine *two*"), (all[^1].Name, all[^1].Text));
        Assert.Equal(DeliveryState.Sent, all[^1].Delivery);
        Assert.NotNull(all.First(line => line.Text.StartsWith("Can I", StringComparison.Ordinal)).Decision?.Skill);
        Assert.Equal(all.Skip(2).Select(line => line.Sequence), (await stage.TranscriptAsync(all[1].Sequence)).Select(line => line.Sequence));
    }

    [Fact]
    public async Task Reading_needs_no_claim_shows_the_customer_s_own_things_and_is_audited()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot, bot.Conversation("emulator", TestUser.Alex), opened => CaseStage.Of(opened, "contoso", "contoso-alex"));

        var view = Assert.IsType<CaseReading.Shown>(await stage.Reader.OpenAsync(CaseStage.Ren, stage.Id, Ct)).View;
        Assert.Equal(("contoso", "contoso-alex"), (view.Customer!.Customer.Id, view.Customer.Person!.Id));
        Assert.NotEmpty(view.Customer.Invoices);
        Assert.All(view.Customer.Invoices, account => Assert.Equal("contoso", account.Invoice.CustomerId));
        Assert.All(view.Customer.Subscriptions, subscription => Assert.Equal("contoso", subscription.CustomerId));
        Assert.Null(view.Case.OwnerId);
        var entry = Assert.Single(await bot.ReadAsync(db => db.Audit.Where(entry => entry.Action == "case.read").ToListAsync(Ct)));
        Assert.Equal((CaseStage.Ren.Actor, "case:1001", "contoso"), (entry.Actor, entry.Subject, entry.CustomerId));
    }

    [Fact]
    public async Task Who_is_no_agent_reads_nothing()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        Assert.Equal(StaffRole.Agent, Assert.IsType<CaseReading.Forbidden>(await stage.Reader.OpenAsync(CaseStage.Editor, stage.Id, Ct)).Needs);
        Assert.Empty(await stage.Reader.TranscriptAfterAsync(CaseStage.Editor, stage.Id, 0, Ct));
        Assert.Empty(await stage.Reader.EventsAfterAsync(CaseStage.Editor, stage.Id, 0, Ct));
        Assert.IsType<CaseReading.NotFound>(await stage.Reader.OpenAsync(CaseStage.Yuki, 4711, Ct));
        Assert.False(await bot.ReadAsync(db => db.Audit.AnyAsync(entry => entry.Action == "case.read", Ct)));
    }

    [Fact]
    public async Task Every_move_stands_in_history_and_audit()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.SayAsync("Hello");
        await stage.Desk.NoteAsync(CaseStage.Yuki, stage.Id, "1", "a note", Ct);
        await stage.Desk.ChangeAsync(CaseStage.Yuki, stage.Id, new CaseChange(Urgency.Critical, Classification: Classification.Fraud), "looks odd", Ct);
        await stage.Desk.ResolveAsync(CaseStage.Yuki, stage.Id, Resolution.Solved, "refunded", Ct);

        Assert.Equal(
            [CaseEventKind.Opened, CaseEventKind.Routed, CaseEventKind.Claimed, CaseEventKind.Note, CaseEventKind.Changed, CaseEventKind.Routed, CaseEventKind.Resolved],
            (await stage.Reader.EventsAfterAsync(CaseStage.Yuki, stage.Id, 0, Ct)).Select(happened => happened.Kind));
        Assert.Equal(
            ["case.claimed", "case.sent", "case.note", "case.changed", "case.resolved"],
            await bot.ReadAsync(db => db.Audit.Where(entry => entry.Subject == "case:1001").OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Ct)));
        var known = await stage.CaseAsync();
        Assert.Equal((Urgency.Critical, Classification.Fraud, 15), (known.Urgency, known.Classification, known.FirstReplyTarget));
    }
}
