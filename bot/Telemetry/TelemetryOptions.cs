using System.ComponentModel.DataAnnotations;

namespace BillingBot.Telemetry;

/// <summary>Section <c>Telemetry</c>. Where OTLP goes is told by OpenTelemetry's own OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The bearer token with which Prometheus may read <c>/metrics</c>; without it there is no such page.</summary>
    [MinLength(16, ErrorMessage = "Telemetry:MetricsToken must have at least 16 characters, or be left out.")]
    public string? MetricsToken { get; set; }

    /// <summary>How often what waits is counted.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>A reply that waits longer for its channel makes the bot's health degraded.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A certificate that ends sooner makes the bot's health degraded.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan CertificateWarning { get; set; } = TimeSpan.FromDays(14);
}
