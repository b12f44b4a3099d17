using System.Diagnostics;
using System.Diagnostics.Metrics;
using BillingBot.Conversation;
using NodaTime;

namespace BillingBot.Telemetry;

/// <summary>What the bot counts: turns by how they were decided, deliveries by what became of them, tokens that could not be had.</summary>
internal sealed class BotMetrics
{
    public const string Meter = "BillingBot";

    /// <summary>Seconds. OpenTelemetry's own begin at 5, beyond nearly every turn.</summary>
    private static readonly InstrumentAdvice<double> TurnTimes = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    /// <summary>As long as retries take.</summary>
    private static readonly InstrumentAdvice<double> DeliveryTimes = new()
    {
        HistogramBucketBoundaries = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600],
    };

    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _tokenFailures;
    private readonly Histogram<double> _deliveryDelay;
    private readonly Histogram<double> _turns;

    public BotMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _turns = meter.CreateHistogram<double>("billingbot.turn.duration", "s", "From taking a message up to its committed reply.", tags: null, TurnTimes);
        _deliveries = meter.CreateCounter<long>("billingbot.deliveries", "{attempt}", "Attempts to hand a reply to its channel.");
        _deliveryDelay = meter.CreateHistogram<double>("billingbot.delivery.delay", "s", "From a recorded reply to the channel's taking it.", tags: null, DeliveryTimes);
        _tokenFailures = meter.CreateCounter<long>("billingbot.token.failures", "{attempt}", "The bot's own token could not be had.");
    }

    /// <param name="outcome">Null where nothing was decided, such as a greeting.</param>
    /// <param name="took">Until the commit.</param>
    public void Turn(Outcome? outcome, TimeSpan took) => _turns.Record(
        took.TotalSeconds, new TagList { { "skill", outcome?.Skill ?? "none" }, { "decision", outcome?.Decision ?? "none" } });

    /// <param name="result">What became of it, as the channel's answer is called: <c>Sent</c>, <c>Throttled</c>, <c>Transient</c>, <c>Rejected</c>, <c>Blocked</c>.</param>
    public void Delivery(string result) => _deliveries.Add(1, new KeyValuePair<string, object?>("result", result));

    public void Delivered(Duration after) => _deliveryDelay.Record(after.TotalSeconds);

    public void TokenFailed() => _tokenFailures.Add(1);
}
