using BillingBot.Cases;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Mail;
using BillingBot.Startup;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Routing;

/// <summary>
/// Takes cases to support providers, with retries. At least once: when the bot dies between a provider's taking a case and our
/// noting it, it goes out again under the same id.
/// </summary>
internal sealed partial class DispatchWorker(
    DispatchOutbox outbox,
    ProviderWebhooks webhooks,
    DispatchMails mails,
    MailSignal mailSignal,
    CaseFeed feed,
    IOptions<DispatchOptions> options,
    IClock clock,
    DueClock due,
    TimeProvider time,
    ILogger<DispatchWorker> logger) : PeriodicWorker(time, logger)
{
    private static readonly Duration Slack = Duration.FromMinutes(1);

    /// <summary>For one attempt.</summary>
    private Duration Lease => Duration.FromTimeSpan(options.Value.Timeout) + Slack;

    /// <summary>Longer than anything is put off for.</summary>
    private Duration Longest => Duration.Max(Lease, Duration.FromTimeSpan(options.Value.LongestDelay)) * 2;

    protected override TimeSpan Every => TimeSpan.FromSeconds(10);

    /// <summary>One round; providers do not wait for each other.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken) => await Task.WhenAll(
        (await outbox.DueAsync(await due.NowAsync(cancellationToken), Longest, cancellationToken)).GroupBy(dispatch => dispatch.ProviderId, StringComparer.Ordinal)
            .Select(dispatches => SendAllAsync(dispatches, cancellationToken)));

    protected override Task RunRoundAsync(CancellationToken stopping) => RunOnceAsync(stopping);

    private async Task SendAllAsync(IEnumerable<ProviderDispatch> dispatches, CancellationToken stopping)
    {
        foreach (var dispatch in dispatches)
        {
            try
            {
                await SendAsync(dispatch, stopping);
            }
#pragma warning disable CA1031 // One dispatch must not hold up the others; its lease runs out and it is tried again.
            catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailure(failure, dispatch.Id);
            }
        }
    }

    private async Task SendAsync(ProviderDispatch dispatch, CancellationToken stopping)
    {
        var (taken, provider) = await outbox.TakeAsync(dispatch, clock.GetCurrentInstant(), await due.NowAsync(stopping) + Lease, stopping);
        if (!taken)
        {
            return;
        }

        var name = provider?.Name ?? dispatch.ProviderId;
        var result = provider switch
        {
            null => new DispatchResult.Permanent("The provider is not entered any more."),
            { Enabled: false } => new DispatchResult.Permanent("The provider is switched off."),
            { WebhookUrl: not null } => await webhooks.PostAsync(provider, dispatch, stopping),
            { Email: not null } => new DispatchResult.Accepted(),
            _ => new DispatchResult.Permanent("The provider has neither a webhook nor an e-mail address."),
        };

        // What the provider has answered is noted also while the bot stops.
        var now = clock.GetCurrentInstant();
        switch (result)
        {
            case DispatchResult.Accepted:
                var mail = provider!.WebhookUrl is null ? mails.Write(provider, dispatch, now) : null;
                await outbox.MarkSentAsync(dispatch, name, mail, now, CancellationToken.None);
                mailSignal.Raise();
                feed.Publish();
                break;
            case DispatchResult.Transient transient when dispatch.Attempts + 1 < options.Value.MaximumAttempts:
                await outbox.RetryAtAsync(
                    dispatch, await due.NowAsync(CancellationToken.None) + Delay(dispatch.Attempts), transient.Reason, CancellationToken.None);
                break;
            case DispatchResult.Transient(var reason):
                await GiveUpAsync(dispatch, name, reason, now);
                break;
            case DispatchResult.Permanent(var reason):
                await GiveUpAsync(dispatch, name, reason, now);
                break;
            default:
                throw new InvalidOperationException($"No case for {result.GetType().Name}.");
        }
    }

    private async Task GiveUpAsync(ProviderDispatch dispatch, string provider, string reason, Instant now)
    {
        LogDead(dispatch.Id, reason);
        await outbox.MarkDeadAsync(dispatch, provider, reason, now, CancellationToken.None);
        feed.Publish();
    }

    /// <summary>Doubling; a single worker needs no jitter.</summary>
    private Duration Delay(int attemptsBefore) =>
        Duration.FromTimeSpan(Doubling.Wait(attemptsBefore, options.Value.FirstDelay, options.Value.LongestDelay));

    [LoggerMessage(Level = LogLevel.Error, Message = "Dispatch {Dispatch} could not be sent or recorded; it is tried again")]
    private partial void LogFailure(Exception failure, long dispatch);

    [LoggerMessage(Level = LogLevel.Error, Message = "Dispatch {Dispatch} was given up: {Reason}")]
    private partial void LogDead(long dispatch, string reason);
}
