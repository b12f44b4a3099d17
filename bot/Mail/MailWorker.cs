using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Startup;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Mail;

/// <summary>
/// Sends recorded mail, with retries. At least once: when the bot dies between the server's taking a mail and our noting
/// it, it goes out again under the same Message-Id.
/// </summary>
internal sealed partial class MailWorker(
    MailOutbox outbox,
    MailWay way,
    MimeMessages messages,
    MailSignal signal,
    IOptions<MailOptions> options,
    IClock clock,
    DueClock due,
    TimeProvider time,
    ILogger<MailWorker> logger) : BackgroundService
{
    /// <summary>Another instance on this database may have died with a mail in its hands, or recorded one.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>For one attempt.</summary>
    private Duration Lease => Duration.FromTimeSpan((options.Value.Timeout * 4) + LongestRest);

    /// <summary>Longer than anything is put off for.</summary>
    private Duration Longest => Duration.Max(Lease, Duration.FromTimeSpan(options.Value.LongestDelay)) * 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = LongestRest;
            try
            {
                await DrainAsync(stoppingToken);
                rest = await RestAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A database that is away must not stop the worker; the mail stays recorded.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailure(failure);
            }

            await WakeAsync(rest, stoppingToken);
        }
    }

    private async Task DrainAsync(CancellationToken stopping)
    {
        await using var connection = new SmtpConnection(options.Value);
        // Stopping is heeded between mails only: one that is under way is finished and recorded, not doubled.
        while (!stopping.IsCancellationRequested && await outbox.NextAsync(await due.NowAsync(stopping), Longest, stopping) is { } mail)
        {
            if (await outbox.TakeAsync(mail, await due.NowAsync(stopping) + Lease, stopping))
            {
                await RecordAsync(mail, await SendAsync(connection, mail));
            }
        }
    }

    private async Task<MailResult> SendAsync(SmtpConnection connection, OutgoingMail mail) => mail switch
    {
        _ when mail.ExpiresAt <= clock.GetCurrentInstant() => new MailResult.Permanent("it would have come too late"),
        _ when mail.Attempts >= options.Value.MaximumAttempts => new MailResult.Permanent("no attempt came to an end"),
        _ when way.IsMailbox => new MailResult.Kept(),
        _ when !way.IsSmtp => new MailResult.Permanent("Mail:Host is not set"),
        _ => messages.Make(mail) is { } message
            ? await connection.SendAsync(message, CancellationToken.None)
            : new MailResult.Permanent("the address is not an e-mail address"),
    };

    private async Task RecordAsync(OutgoingMail mail, MailResult result)
    {
        var now = clock.GetCurrentInstant();
        await (result switch
        {
            MailResult.Sent => outbox.MarkSentAsync(mail, isInMailbox: false, now, CancellationToken.None),
            MailResult.Kept => outbox.MarkSentAsync(mail, isInMailbox: true, now, CancellationToken.None),
            MailResult.Permanent permanent => GiveUpAsync(mail, permanent.Reason, now),
            MailResult.Transient transient when mail.Attempts + 1 >= options.Value.MaximumAttempts => GiveUpAsync(mail, transient.Reason, now),
            MailResult.Transient transient => PutOffAsync(mail, transient.Reason),
            _ => throw new InvalidOperationException($"No case for {result.GetType().Name}."),
        });
    }

    private async Task PutOffAsync(OutgoingMail mail, string reason) => await outbox.RetryAtAsync(
        mail, await due.NowAsync(CancellationToken.None) + Delay(mail.Attempts), reason, CancellationToken.None);

    private Task GiveUpAsync(OutgoingMail mail, string reason, Instant now)
    {
        LogDead(mail.Id, reason);
        return outbox.MarkDeadAsync(mail, reason, now, CancellationToken.None);
    }

    /// <summary>Doubling; a single worker needs no jitter.</summary>
    private Duration Delay(int attemptsBefore) =>
        Duration.FromTimeSpan(Doubling.Wait(attemptsBefore, options.Value.FirstDelay, options.Value.LongestDelay));

    private async Task<TimeSpan> RestAsync(CancellationToken stopping)
    {
        if (await outbox.NextDueAsync(stopping) is not { } next)
        {
            return LongestRest;
        }

        var rest = (next - await due.NowAsync(stopping)).ToTimeSpan();
        return rest > LongestRest ? LongestRest : rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }

    private async Task WakeAsync(TimeSpan rest, CancellationToken stopping)
    {
        using var rested = new CancellationTokenSource(rest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(rested.Token, stopping);
        try
        {
            await signal.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Rested long enough.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending mail stumbled; it is tried again")]
    private partial void LogFailure(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Id} was given up: {Reason}")]
    private partial void LogDead(long id, string reason);
}
