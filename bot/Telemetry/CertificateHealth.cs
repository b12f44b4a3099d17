using BillingBot.Channels.Activities;
using BillingBot.Providers.PartnerCenter;
using BillingBot.Startup;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Telemetry;

/// <summary>Degraded when a certificate that is in use ends soon, or has ended, or when what was put in its place cannot be used.</summary>
internal sealed class CertificateHealth(
    ConnectorTokens bot, PartnerCenterTokens partnerCenter, IOptions<TelemetryOptions> options, IClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problems = new[] { bot.Certificate, partnerCenter.Certificate }.OfType<CertificateFile>().Select(Problem).OfType<string>().ToList();
        return Task.FromResult(problems is [] ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', problems)));
    }

    private string? Problem(CertificateFile file)
    {
        Instant? end = file.Current is { } certificate ? Instant.FromDateTimeUtc(certificate.NotAfter.ToUniversalTime()) : null;
        return (file.IsUsable, end) switch
        {
            (false, null) => $"{file.Setting}: no certificate with a private key could be read there.",
            (false, _) => $"{file.Setting}: what lies there now cannot be used; the bot goes on with the certificate of before, which ends on {end}.",
            _ when end - clock.GetCurrentInstant() < Duration.FromTimeSpan(options.Value.CertificateWarning) =>
                $"The certificate of {file.Setting} ends on {end}: put a new one in its place.",
            _ => null,
        };
    }
}
