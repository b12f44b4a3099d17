using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Tests.Host;
using BillingBot.Tests.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace BillingBot.Tests.Cases;

/// <summary>A case of which nobody was told is not overlooked.</summary>
public class AlarmTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_that_no_console_showed_and_no_mail_told_of_raises_an_alarm_until_somebody_has_seen_it()
    {
        await using var bot = BotHost.Start();
        var stage = await CaseStage.OpenAsync(bot);
        await stage.PassAsync(Duration.FromMinutes(9));
        Assert.Equal("Healthy", await HealthAsync(bot));
        await stage.PassAsync(Duration.FromMinutes(1));

        Assert.Equal("Degraded", await HealthAsync(bot));
        var log = Assert.Single(bot.Logs.Lines, line => line.StartsWith("Critical", StringComparison.Ordinal));
        Assert.Contains("1001", log, StringComparison.Ordinal);
        Assert.DoesNotContain("help", log, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(nameof(CaseAlert.NobodyTold), await stage.AlertsAsync());
        Assert.Null(Assert.Single(await TasksAsync(bot)).DoneAt);

        Assert.Equal(1, await stage.Desk.SeenAsync(CaseStage.Ren, [stage.Id], Ct));
        await stage.PassAsync(Duration.FromMinutes(1));
        Assert.Equal("Healthy", await HealthAsync(bot));
        Assert.NotNull(Assert.Single(await TasksAsync(bot)).DoneAt);
    }

    [Fact]
    public async Task A_case_that_its_customer_withdraws_leaves_no_alarm_behind()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.PassAsync(Duration.FromMinutes(10));
        Assert.Null(Assert.Single(await TasksAsync(bot)).DoneAt);

        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                await new CustomerWithdrew(stage.Id, "guest", "sender:guest").ApplyAsync(db, bot.Clock.GetUtcNow().ToInstant(), token);
                return await db.SaveChangesAsync(token);
            },
            Ct);

        Assert.NotNull(Assert.Single(await TasksAsync(bot)).DoneAt);
        Assert.Null((await stage.CaseAsync()).AlarmedAt);
    }

    [Fact]
    public async Task A_case_that_an_open_console_shows_raises_none()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.Desk.SeenAsync(CaseStage.Yuki, [stage.Id, 4711], Ct);
        await stage.PassAsync(Duration.FromHours(1));
        Assert.DoesNotContain(nameof(CaseAlert.NobodyTold), await stage.AlertsAsync());
    }

    [Fact]
    public async Task A_case_back_in_the_queue_must_be_seen_again()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.Desk.ToQueueAsync(CaseStage.Yuki, stage.Id, "billing", null, Ct);
        await stage.PassAsync(Duration.FromMinutes(10));
        Assert.Contains(nameof(CaseAlert.NobodyTold), await stage.AlertsAsync());
    }

    [Fact]
    public async Task The_address_that_a_lead_gave_a_queue_is_where_its_cases_are_mailed()
    {
        await using var server = new TestMailServer();
        await using var bot = BotHost.Start(settings: [("Answers:ContentFolder", "none"), ("Staff:Mail", "desk@northwindcloud.example"), .. server.Settings]);
        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            (db, token) => db.SupportQueues.Where(queue => queue.Id == SupportQueue.Billing)
                .ExecuteUpdateAsync(row => row.SetProperty(queue => queue.NotificationMail, "billing@northwindcloud.example"), token),
            Ct);
        await CaseStage.OpenAsync(bot);
        await bot.Services.GetRequiredService<CaseNotices>().RunAsync(Ct);

        var received = await bot.PassTimeUntilAsync(server.NextAsync(), TimeSpan.FromSeconds(1));
        Assert.Equal("billing@northwindcloud.example", Assert.Single(received.To.Mailboxes).Address);
    }

    [Fact]
    public async Task New_cases_are_mailed_together_and_count_as_told_when_the_server_has_taken_the_mail()
    {
        await using var server = new TestMailServer();
        await using var bot = BotHost.Start(settings: [BotHost.NoArticles, ("Staff:Mail", "desk@northwindcloud.example"), .. server.Settings]);
        var first = await CaseStage.OpenAsync(bot);
        var second = await CaseStage.OpenAsync(bot);
        await bot.Services.GetRequiredService<CaseNotices>().RunAsync(Ct);

        var received = await bot.PassTimeUntilAsync(server.NextAsync(), TimeSpan.FromSeconds(1));
        Assert.Equal("desk@northwindcloud.example", Assert.Single(received.To.Mailboxes).Address);
        Assert.Contains($"Case {first.Id}", received.TextBody, StringComparison.Ordinal);
        Assert.Contains($"Case {second.Id}", received.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("help", received.TextBody, StringComparison.Ordinal);
        await bot.WaitForAsync(db => db.Mails.AllAsync(mail => mail.SentAt != null, Ct));
        await bot.Services.GetRequiredService<CaseNotices>().RunAsync(Ct);
        Assert.NotNull((await first.CaseAsync()).ToldAt);
        Assert.Equal(1, await bot.ReadAsync(db => db.Mails.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_mail_in_a_developer_s_mailbox_has_told_nobody()
    {
        await using var bot = BotHost.Start(settings: [BotHost.NoArticles, ("Staff:Mail", "desk@northwindcloud.example")]);
        var stage = await CaseStage.OpenAsync(bot);
        await bot.Services.GetRequiredService<CaseNotices>().RunAsync(Ct);
        await bot.WaitForAsync(db => db.Mails.AnyAsync(mail => mail.IsInMailbox, Ct));
        await bot.Services.GetRequiredService<CaseNotices>().RunAsync(Ct);
        Assert.Null((await stage.CaseAsync()).ToldAt);
    }

    private static async Task<string> HealthAsync(BotHost bot)
    {
        using var http = bot.Client();
        return await http.GetStringAsync("/health/ready", Ct);
    }

    private static Task<List<StaffTask>> TasksAsync(BotHost bot) =>
        bot.ReadAsync(db => db.StaffTasks.Where(task => task.Kind == StaffTaskKind.CaseUnseen).ToListAsync(Ct));
}
