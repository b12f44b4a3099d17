using BillingBot.Channels.Activities;
using BillingBot.Startup;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Telemetry;

/// <summary>Degraded when the bot's certificate ends soon, or has ended: then no reply can be sent.</summary>
internal sealed class CertificateHealth(
    IOptions<BotAuthenticationOptions> bot, IOptions<TelemetryOptions> options, IClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var ends = bot.Value.MicrosoftAppCertificatePath is { Length: > 0 } path
            ? CertificateFile.EndOf(path, bot.Value.MicrosoftAppCertificatePassword)
            : null;
        return Task.FromResult(ends is { } end && end - clock.GetCurrentInstant() < Duration.FromTimeSpan(options.Value.CertificateWarning)
            ? HealthCheckResult.Degraded($"The certificate of MicrosoftAppCertificatePath ends on {end}: put a new one in its place.")
            : HealthCheckResult.Healthy());
    }
}
