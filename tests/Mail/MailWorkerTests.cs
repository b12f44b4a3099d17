using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Mail;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using SmtpServer.Protocol;

namespace BillingBot.Tests.Mail;

public class MailWorkerTests(MailWorkerTests.MailBot shared) : IClassFixture<MailWorkerTests.MailBot>
{
    private static readonly SmtpResponse Busy = new(SmtpReplyCode.ServiceUnavailable, "later");
    private static readonly SmtpResponse Never = new(SmtpReplyCode.TransactionFailed, "never");
    private readonly TestMailServer _server = shared.Server;
    private readonly BotHost _bot = shared.Bot;

    [Fact]
    public async Task A_recorded_mail_is_sent_with_every_letter_intact()
    {
        var mail = await RecordAsync(_bot, "mika@example.com", "請求書のご案内 🍣 ünïcode", "田中 美香 様\n\n確認コード 🔑 مرحبا\n.\nend");
        var received = await _server.NextAsync();
        Assert.Equal("請求書のご案内 🍣 ünïcode", received.Subject);
        Assert.Equal("田中 美香 様\n\n確認コード 🔑 مرحبا\n.\nend", received.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("mika@example.com", Assert.Single(received.To.Mailboxes).Address);
        Assert.Equal(("Northwind Cloud", "billing@northwind.example"), (received.From.Mailboxes.Single().Name, received.From.Mailboxes.Single().Address));
        Assert.StartsWith($"mail-{mail.Id}-", received.MessageId, StringComparison.Ordinal);
        Assert.Equal("auto-generated", received.Headers[HeaderId.AutoSubmitted]);
        var row = await SentAsync(_bot, mail.Id);
        Assert.NotEqual("", row.Body);
    }

    [Fact]
    public async Task A_mail_that_was_recorded_before_a_crash_is_sent_at_the_start()
    {
        using var database = new DatabaseFile();
        using (var before = BotHost.Start(database.Path, "Production", settings: [("Mail:Host", "127.0.0.1"), ("Mail:Port", "9"), ("Mail:From", "a@b.example"), BotHost.NoArticles]))
        {
            await RecordAsync(before, "alex@example.com", "Hello", "words", signal: false);
        }

        using var after = BotHost.Start(database.Path, "Production", settings: [.. _server.Settings, BotHost.NoArticles]);
        Assert.Equal("Hello", (await after.PassTimeUntilAsync(_server.NextAsync(), TimeSpan.FromSeconds(5))).Subject);
    }

    [Fact]
    public async Task A_server_that_is_busy_gets_the_same_mail_again_later_and_not_at_once()
    {
        _server.Refusals.Enqueue(Busy);
        _server.Refusals.Enqueue(Busy);
        var mail = await RecordAsync(_bot, "alex@example.com", "Hello", "words");
        await _bot.WaitForAsync(db => db.Mails.AnyAsync(row => row.Id == mail.Id && row.LastError != null));
        Assert.Equal(0, _server.Waiting);
        var received = await _bot.PassTimeUntilAsync(_server.NextAsync(), TimeSpan.FromSeconds(5));
        Assert.StartsWith($"mail-{mail.Id}-", received.MessageId, StringComparison.Ordinal);
        Assert.Equal(3, (await SentAsync(_bot, mail.Id)).Attempts);
    }

    [Fact]
    public async Task A_mail_that_was_put_off_by_a_clock_that_was_a_year_ahead_does_not_wait_for_a_year()
    {
        var mail = await RecordAsync(_bot, "alex@example.com", "Hello", "words", notBefore: Duration.FromDays(365));
        await SentAsync(_bot, mail.Id);
        await _server.NextAsync();
    }

    [Fact]
    public async Task A_refused_mail_is_given_up_at_once_and_staff_hear_of_it_without_the_secret()
    {
        _server.Refusals.Enqueue(Never);
        var mail = await RecordAsync(_bot, "alex@example.com", "Your one-time code", "the code is 271828", isSecret: true);
        var (dead, task) = await DeadAsync(_bot, mail.Id);
        Assert.Equal(("", 1), (dead.Body, dead.Attempts));
        Assert.Contains("alex@example.com", task.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("271828", task.Subject + task.Detail + dead.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain(_bot.Logs.Lines, line => line.Contains("271828", StringComparison.Ordinal) || line.Contains("alex@example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up_after_the_set_number_of_attempts()
    {
        using var bot = BotHost.Start(settings: [.. _server.Settings, ("Mail:MaximumAttempts", "3"), BotHost.NoArticles]);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            _server.Refusals.Enqueue(Busy);
        }

        var mail = await RecordAsync(bot, "alex@example.com", "Hello", "words");
        var (dead, _) = await bot.PassTimeUntilAsync(DeadAsync(bot, mail.Id), TimeSpan.FromSeconds(30));
        Assert.Equal(3, dead.Attempts);
        Assert.Equal("words", dead.Body);
    }

    [Fact]
    public async Task The_secret_is_gone_once_it_is_sent()
    {
        var mail = await RecordAsync(_bot, "alex@example.com", "Your one-time code", "the code is 271828", isSecret: true);
        Assert.Contains("271828", (await _server.NextAsync()).TextBody!, StringComparison.Ordinal);
        Assert.Equal("", (await SentAsync(_bot, mail.Id)).Body);
    }

    [Fact]
    public async Task A_code_is_never_sent_late()
    {
        _server.Refusals.Enqueue(Busy);
        var mail = await RecordAsync(_bot, "alex@example.com", "Your one-time code", "271828", isSecret: true, lifetime: Duration.FromSeconds(5));
        await _bot.WaitForAsync(db => db.Mails.AnyAsync(row => row.Id == mail.Id && row.LastError != null));
        var (dead, _) = await _bot.PassTimeUntilAsync(DeadAsync(_bot, mail.Id), TimeSpan.FromSeconds(10));
        Assert.Equal(0, _server.Waiting);
        Assert.Equal("", dead.Body);
    }

    [Theory]
    [InlineData("alex@example.com\r\nBcc: victim@example.com")]
    [InlineData("alex@example.com, victim@example.com")]
    [InlineData("Alex <alex@example.com>")]
    [InlineData("alex@example.com\0")]
    [InlineData("not an address")]
    [InlineData("alex")]
    [InlineData("")]
    public async Task An_address_that_is_not_one_is_dead_at_once_and_reaches_no_server(string address)
    {
        var mail = await RecordAsync(_bot, address, "Hello", "words");
        var (dead, _) = await DeadAsync(_bot, mail.Id);
        Assert.Equal(0, _server.Waiting);
        Assert.Equal(1, dead.Attempts);
    }

    [Fact]
    public async Task A_line_break_in_a_subject_or_name_starts_no_new_header()
    {
        await RecordAsync(_bot, "alex@example.com", "Sam\r\nBcc: victim@example.com\r\n\r\nasks you", "words");
        var received = await _server.NextAsync();
        Assert.Null(received.Headers[HeaderId.Bcc]);
        Assert.Contains("Bcc: victim@example.com", received.Subject, StringComparison.Ordinal);
        Assert.Equal("words", received.TextBody!.TrimEnd());
    }

    [Fact]
    public async Task Without_a_server_outside_development_staff_are_told_and_nothing_waits()
    {
        using var bot = BotHost.Start(environment: "Production", settings: BotHost.NoArticles);
        var mail = await RecordAsync(bot, "alex@example.com", "Hello", "words");
        var (dead, _) = await DeadAsync(bot, mail.Id);
        Assert.Equal("Mail:Host is not set", dead.LastError);
    }

    public sealed class MailBot : IAsyncDisposable
    {
        private readonly Lazy<BotHost> _bot;

        public MailBot() => _bot = new(() => BotHost.Start(settings: [.. Server.Settings, BotHost.NoArticles]));

        internal TestMailServer Server { get; } = new();

        internal BotHost Bot => _bot.Value;

        public async ValueTask DisposeAsync()
        {
            if (_bot.IsValueCreated)
            {
                await Bot.DisposeAsync();
            }

            await Server.DisposeAsync();
        }
    }

    private static async Task<OutgoingMail> RecordAsync(
        BotHost bot, string to, string subject, string body, bool isSecret = false, Duration? lifetime = null, bool signal = true, Duration? notBefore = null)
    {
        var now = Instant.FromDateTimeOffset(bot.Clock.GetUtcNow());
        var mail = new OutgoingMail
        {
            To = to,
            Subject = subject,
            Body = body,
            Language = "en",
            IsSecret = isSecret,
            CreatedAt = now,
            ExpiresAt = lifetime is { } some ? now + some : null,
            NextAttemptAt = notBefore is { } wait ? now + wait : null,
        };
        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            (db, token) =>
            {
                db.Add(mail);
                return db.SaveChangesAsync(token);
            },
            TestContext.Current.CancellationToken);
        if (signal)
        {
            bot.Services.GetRequiredService<MailSignal>().Raise();
        }

        return mail;
    }

    private static async Task<OutgoingMail> SentAsync(BotHost bot, long id)
    {
        await bot.WaitForAsync(db => db.Mails.AnyAsync(row => row.Id == id && row.SentAt != null));
        return await bot.ReadAsync(db => db.Mails.SingleAsync(row => row.Id == id));
    }

    private static async Task<(OutgoingMail Mail, StaffTask Task)> DeadAsync(BotHost bot, long id)
    {
        await bot.WaitForAsync(db => db.Mails.AnyAsync(row => row.Id == id && row.DeadAt != null));
        return (
            await bot.ReadAsync(db => db.Mails.SingleAsync(row => row.Id == id)),
            await bot.ReadAsync(db => db.StaffTasks.SingleAsync(task => task.Kind == StaffTaskKind.MailFailed && task.DedupeKey == $"{id}")));
    }
}
