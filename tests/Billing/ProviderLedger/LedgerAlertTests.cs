using BillingBot.Knowledge.Billing.ProviderLedger;
using BillingBot.Tests.Cli;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Billing.ProviderLedger;

/// <summary>Staff hear in time that Microsoft wants to be paid, once for each reason.</summary>
public sealed class LedgerAlertTests
{
    private static readonly LocalDate Due = new(2026, 12, 1);
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-15, null, ProviderInvoiceStatus.Open)]
    [InlineData(-14, "due-14", ProviderInvoiceStatus.DueSoon)]
    [InlineData(-8, "due-14", ProviderInvoiceStatus.DueSoon)]
    [InlineData(-7, "due-7", ProviderInvoiceStatus.DueSoon)]
    [InlineData(-1, "due-1", ProviderInvoiceStatus.DueSoon)]
    [InlineData(0, "due-1", ProviderInvoiceStatus.DueSoon)]
    [InlineData(1, "overdue", ProviderInvoiceStatus.Overdue)]
    [InlineData(30, "overdue", ProviderInvoiceStatus.Overdue)]
    [InlineData(31, "suspension-30", ProviderInvoiceStatus.Overdue)]
    [InlineData(47, "suspension-14", ProviderInvoiceStatus.Overdue)]
    [InlineData(54, "suspension-7", ProviderInvoiceStatus.Overdue)]
    [InlineData(60, "suspension-1", ProviderInvoiceStatus.Overdue)]
    [InlineData(61, "suspension", ProviderInvoiceStatus.SuspensionRisk)]
    public void Days_from_the_due_date_decide(int days, string? alert, ProviderInvoiceStatus status)
    {
        var position = new ProviderInvoicePosition(Invoice(), Due.PlusDays(days));
        Assert.Equal((alert, status), (LedgerAlerts.Reached(position), position.Status));
    }

    [Fact]
    public void A_paid_invoice_is_paid_however_late()
    {
        var invoice = Invoice();
        invoice.PaidOn = Due.PlusDays(70);
        Assert.Equal(ProviderInvoiceStatus.Paid, new ProviderInvoicePosition(invoice, Due.PlusDays(80)).Status);
    }

    [Fact]
    public async Task Each_alert_comes_once_by_task_and_mail_takes_the_place_of_the_last_and_ends_with_the_payment()
    {
        using var bot = BotHost.Start(settings: [("Staff:Mail", "finance@northwindcloud.example"), BotHost.NoArticles]);
        await bot.TypesAsync("alice", "ledger add G012345678 --issued 2026-10-02 --amount 987,654.32 --currency USD");
        for (var day = 0; day < 75; day++)
        {
            await bot.AlertAsync();
            await bot.AlertAsync();
            bot.Clock.Advance(TimeSpan.FromDays(1));
        }

        var tasks = await bot.LedgerTasksAsync();
        Assert.Equal(
            ["due-7", "due-1", "overdue", "suspension-30", "suspension-14", "suspension-7", "suspension-1", "suspension"],
            tasks.Select(task => task.DedupeKey!.Split(':')[1]));
        Assert.Equal("Microsoft's invoice G012345678 is due in 7 days", tasks[0].Subject);
        Assert.Contains("USD 987,654.32", tasks[0].Detail, StringComparison.Ordinal);
        Assert.Null(Assert.Single(tasks, task => task.DoneAt is null).DoneBy);
        Assert.All(tasks, task => Assert.Null(task.CustomerId));
        var mails = await bot.ReadAsync(db => db.Mails.ToListAsync(Token));
        Assert.Equal(8, mails.Count);
        Assert.All(mails, mail => Assert.Equal("finance@northwindcloud.example", mail.To));

        await bot.TypesAsync("alice", "ledger pay g012345678 --reference WIRE-7");
        await bot.AlertAsync();
        Assert.All(await bot.LedgerTasksAsync(), task => Assert.NotNull(task.DoneAt));
    }

    [Fact]
    public async Task The_worker_looks_by_itself()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        await bot.TypesAsync("alice", "ledger add D1 --issued 2026-09-20 --amount 1 --currency USD");
        await bot.PassTimeUntilAsync(
            bot.WaitForAsync(db => db.StaffTasks.AnyAsync(task => task.DedupeKey == "D1:overdue", Token)).ContinueWith(_ => true, Token),
            TimeSpan.FromMinutes(20));
        Assert.Empty(await bot.ReadAsync(db => db.Mails.ToListAsync(Token)));
    }

    private static ProviderInvoice Invoice() => new()
    {
        Number = "G1",
        IssuedOn = Due.PlusDays(-60),
        DueOn = Due,
        Currency = "USD",
        AmountMinor = 1,
    };
}
