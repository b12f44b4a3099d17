using System.Diagnostics.Metrics;
using BillingBot.Knowledge.Storage;
using BillingBot.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Telemetry;

/// <summary>Reads the backlog now and then, so that asking for the figures never waits for the database.</summary>
internal sealed class BacklogGauges : PeriodicWorker
{
    private readonly IDbContextFactory<BillingDb> _factory;
    private readonly IClock _clock;
    private volatile Backlog _now = Backlog.None;
    private long _readAt = TimeProvider.System.GetTimestamp();

    public BacklogGauges(
        IMeterFactory meters, IDbContextFactory<BillingDb> factory, IOptions<TelemetryOptions> options, IClock clock, TimeProvider time, ILogger<BacklogGauges> logger)
        : base(time, logger)
    {
        (_factory, _clock, Every) = (factory, clock, options.Value.Every);
        var meter = meters.Create(BotMetrics.Meter);
        meter.CreateObservableGauge("billingbot.inbox.depth", () => _now.Turns, "{message}", "Messages of customers that wait for their turn.");
        meter.CreateObservableGauge("billingbot.outbox.depth", () => _now.Replies, "{message}", "Replies that wait for their channel.");
        meter.CreateObservableGauge("billingbot.outbox.age", () => _now.OldestReply.TotalSeconds, "s", "How long the oldest reply has waited for its channel.");
        meter.CreateObservableGauge("billingbot.outbox.dead", () => _now.GivenUp, "{message}", "Replies that were given up.");
        meter.CreateObservableGauge(
            "billingbot.figures.age", () => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _readAt)).TotalSeconds, "s", "How long ago the database told these figures: more than a minute, and it does not answer.");
        meter.CreateObservableGauge("billingbot.mail.depth", () => _now.Mails, "{mail}", "E-mails to be sent.");
        meter.CreateObservableGauge("billingbot.cases.waiting", () => _now.CasesWaiting, "{case}", "Cases that nobody has claimed.");
        meter.CreateObservableGauge("billingbot.mail.dead", () => _now.MailsGivenUp, "{mail}", "E-mails that were given up.");
        meter.CreateObservableGauge("billingbot.cases.unclaimed", () => _now.CasesUnclaimed, "{case}", "Cases that nobody has claimed for longer than Cases:UnclaimedMinutes of support hours.");
        meter.CreateObservableGauge("billingbot.cases.breached", () => _now.CasesBreached, "{case}", "Open cases whose promised time is over.");
    }

    protected override TimeSpan Every { get; }

    protected override async Task RunRoundAsync(CancellationToken stopping)
    {
        await using var db = await _factory.CreateDbContextAsync(stopping);
        _now = await Backlog.ReadAsync(db, _clock.GetCurrentInstant(), stopping);
        Interlocked.Exchange(ref _readAt, TimeProvider.System.GetTimestamp());
    }
}
