using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Mail;
using BillingBot.Reminders;
using BillingBot.Tests.Billing.Collections;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Skills.Reminders;

/// <summary>Reminders that a customer asked for: in chat and by e-mail, never twice, never at night.</summary>
public sealed class RemindersTests : IDisposable
{
    /// <summary>Tuesday, 10:00 in Tokyo, where Mika is and the partner is open.</summary>
    private static readonly LocalDate Today = Desk.Today;
    private readonly BotHost _bot = BotHost.Start();

    [Fact]
    public async Task A_billing_contact_who_asks_for_it_is_reminded_in_chat_and_by_e_mail()
    {
        await _bot.OwesAsync(Invoice(Today.PlusDays(5)));
        await RoundAsync();
        await MikaSaysAsync("支払期日の前にリマインドする");
        await PassDaysAsync(1);
        Assert.Empty(await MailsAsync());
        await PassDaysAsync(1);
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal(("adventure-mika@example.com", "ja", "【お知らせ】請求書INV-2026-0141について"), (mail.To, mail.Language, mail.Subject));
        Assert.Contains("田中 美香 様", mail.Body, StringComparison.Ordinal);
        Assert.Contains("11月29日(日)までに", mail.Body, StringComparison.Ordinal);
        Assert.Contains("停止するには", mail.Body, StringComparison.Ordinal);
        var chat = await _bot.Channel.NextAsync();
        Assert.Contains("請求書INV-2026-0141のお知らせです", chat.AllText, StringComparison.Ordinal);
        Assert.Contains("リマインドを止めて", chat.AllText, StringComparison.Ordinal);
        Assert.Contains("リマインドを止める", new BotReplies([chat.Body.DeepClone()]).Buttons);
    }

    [Fact]
    public async Task Each_stage_is_reminded_of_once_and_what_was_known_when_asking_is_not()
    {
        await _bot.OwesAsync(Invoice(Today.PlusDays(-5)));
        await MikaSaysAsync("リマインドして");
        await RoundAsync();
        Assert.Empty(await MailsAsync());
        await PassDaysAsync(9);
        await RoundAsync();
        await RoundAsync();
        var mail = Assert.Single(await MailsAsync());
        Assert.Contains("正式な通知", mail.Body, StringComparison.Ordinal);
        Assert.Equal(["Notice:Microsoft365"], await _bot.ReadAsync(db => db.SentReminders.Select(sent => sent.Stage).ToListAsync()));
    }

    [Fact]
    public async Task Two_rounds_at_the_same_time_send_one()
    {
        await _bot.OwesAsync(Invoice(Today.PlusDays(4)));
        await MikaSaysAsync("リマインドして");
        _bot.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(RoundAsync)));
        Assert.Single(await MailsAsync());
    }

    [Fact]
    public async Task Stop_reminding_me_ends_them_at_once()
    {
        await _bot.OwesAsync(Invoice(Today.PlusDays(4)));
        await MikaSaysAsync("リマインドして");
        var stopped = await MikaSaysAsync("リマインドを止めて");
        Assert.Contains("リマインドはお送りしません", stopped.Text, StringComparison.Ordinal);
        await PassDaysAsync(5);
        Assert.Empty(await MailsAsync());
        Assert.Equal(
            (false, "リマインドを止めて"),
            await _bot.ReadAsync(db => db.ReminderPreferences.Select(kept => new ValueTuple<bool?, string?>(kept.Wants, kept.Words)).SingleAsync()));
    }

    [Fact]
    public async Task Paid_disputed_and_promised_invoices_are_not_reminded_of()
    {
        await _bot.OwesAsync(
            OverdueInvoice.Of("INV-2026-0141", "adventure", Today.PlusDays(4)).Paid(Today, 120_000),
            OverdueInvoice.Of("INV-2026-0142", "adventure", Today.PlusDays(4)).Disputed(Today),
            OverdueInvoice.Of("INV-2026-0143", "adventure", Today.PlusDays(-2)).Promised(Today, Today.PlusDays(8)),
            OverdueInvoice.Of("INV-2026-0144", "fabrikam", Today.PlusDays(4)));
        await MikaSaysAsync("リマインドして");
        await PassDaysAsync(6);
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task At_night_and_on_closed_days_nobody_is_reminded_but_it_is_not_forgotten()
    {
        // Due on Tuesday; three days before is a Saturday, when the partner is closed.
        await _bot.OwesAsync(Invoice(new LocalDate(2026, 12, 1)));
        await MikaSaysAsync("リマインドして");
        await PassDaysAsync(4);
        Assert.Empty(await MailsAsync());
        _bot.Clock.Advance(TimeSpan.FromHours(43)); // Monday, 05:00 in Tokyo.
        await RoundAsync();
        Assert.Empty(await MailsAsync());
        _bot.Clock.Advance(TimeSpan.FromHours(3));
        await RoundAsync();
        Assert.Contains("12月1日(火)までに", Assert.Single(await MailsAsync()).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_goes_round_by_the_clock()
    {
        await _bot.OwesAsync(Invoice(Today.PlusDays(4)));
        await MikaSaysAsync("リマインドして");
        _bot.Clock.Advance(TimeSpan.FromDays(1));
        await _bot.WaitForAsync(db => db.Mails.AnyAsync());
    }

    [Fact]
    public async Task A_zone_that_nobody_knows_keeps_only_that_customer_from_being_reminded()
    {
        await _bot.OwesAsync(Invoice(Today.PlusDays(4)));
        await MikaSaysAsync("リマインドして");
        await _bot.ChangeAsync(async db =>
        {
            db.Add(new ReminderPreference { PersonId = "contoso-alex", Wants = true, Since = Instant.FromUtc(2026, 1, 1, 0, 0) });
            await db.Customers.Where(customer => customer.Id == "contoso").ExecuteUpdateAsync(set => set.SetProperty(customer => customer.TimeZone, "Mars/Base"));
        });
        await PassDaysAsync(1);
        Assert.Equal("adventure-mika@example.com", Assert.Single(await MailsAsync()).To);
    }

    [Fact]
    public async Task Whose_words_were_archived_is_reminded_in_chat_all_the_same()
    {
        await _bot.OwesAsync(Invoice(Today.PlusDays(5)));
        await MikaSaysAsync("リマインドして");
        await _bot.WhenIdleAsync();
        await _bot.ChangeAsync(db => db.Messages.ExecuteDeleteAsync());
        await PassDaysAsync(2);
        var chat = await _bot.Channel.NextAsync();
        Assert.Contains("請求書INV-2026-0141のお知らせです", chat.AllText, StringComparison.Ordinal);
        Assert.Null(chat.Body["recipient"]);
    }

    public void Dispose() => _bot.Dispose();

    private Task<BotReplies> MikaSaysAsync(string words) => _bot.Conversation("msteams", TestUser.Mika).CustomerSays(words);

    private static Knowledge.Billing.Invoices.Invoice Invoice(LocalDate due) => OverdueInvoice.Of("INV-2026-0141", "adventure", due);

    private async Task PassDaysAsync(int days)
    {
        _bot.Clock.Advance(TimeSpan.FromDays(days));
        await RoundAsync();
    }

    private Task RoundAsync() => _bot.Services.GetRequiredService<ReminderRound>().RunAsync(TestContext.Current.CancellationToken);

    private Task<List<OutgoingMail>> MailsAsync() => _bot.ReadAsync(db => db.Mails.ToListAsync());
}
