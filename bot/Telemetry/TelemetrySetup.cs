using BillingBot.Startup;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace BillingBot.Telemetry;

/// <summary>Registers traces, figures and the checks that are about them.</summary>
internal static class TelemetrySetup
{
    private const string MetricsPath = "/metrics";
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] Ready = ["ready"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelemetryOptions>().Bind(configuration.GetSection(TelemetryOptions.Section)).ValidateOnStart();
        services.AddHealthChecks().AddCheck<OutboxHealth>("outbox", failureStatus: null, tags: Ready, timeout: StartupSetup.HealthTimeout).AddCheck<CertificateHealth>("certificate", tags: Ready);
        var hasOtlp = !string.IsNullOrEmpty(configuration[OtlpEndpoint]);
        var telemetry = services.AddOpenTelemetry();

        // What nobody reads is not counted or traced: every request and every turn would pay for it.
        if (hasOtlp || HasToken(configuration))
        {
            telemetry.WithMetrics(metrics =>
            {
                metrics.AddMeter(BotMetrics.Meter, "Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime");
                if (HasToken(configuration))
                {
                    metrics.AddPrometheusExporter();
                }
            });
        }

        if (hasOtlp)
        {
            telemetry.WithTracing(traces => traces.AddSource(TurnTrace.Source)).UseOtlpExporter();
        }

        return services
            .AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>()
            .AddSingleton<BotMetrics>()
            .AddSingleton<MetricsGate>()
            .AddHostedService<BacklogGauges>();
    }

    /// <summary><c>GET /metrics</c> in Prometheus' format, where a token for it is set.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        if (HasToken(app.Configuration))
        {
            var gate = app.Services.GetRequiredService<MetricsGate>();
            app.MapPrometheusScrapingEndpoint(MetricsPath).AllowAnonymous();
            app.UseWhen(
                static context => context.Request.Path.StartsWithSegments(MetricsPath, StringComparison.OrdinalIgnoreCase),
                metrics => metrics.Use((HttpContext context, RequestDelegate next) => gate.CheckAsync(context, next)));
        }
    }

    private static bool HasToken(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.MetricsToken)}"]);
}
