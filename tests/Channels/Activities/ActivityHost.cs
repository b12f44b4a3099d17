using System.Net;
using BillingBot.Channels;
using BillingBot.Channels.Activities;
using BillingBot.Protocol;
using BillingBot.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>A host with the activity channel and nothing else; the outside world and what takes the activity are fake.</summary>
internal sealed class ActivityHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ActivityHost(WebApplication app, FakeInternet internet, FakeTimeProvider clock, LogLines log) =>
        (_app, Internet, Clock, Log) = (app, internet, clock, log);

    public FakeInternet Internet { get; }
    public FakeTimeProvider Clock { get; }
    public LogLines Log { get; }
    public List<Activity> Taken { get; } = [];
    public IntakeResult Answer { get; set; } = new IntakeResult.Accepted();
    public IPAddress? Remote { get; set; } = IPAddress.Parse("203.0.113.9");
    public IPAddress? Local { get; set; } = IPAddress.Parse("198.51.100.1");

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public HttpClient Client() => _app.GetTestClient();

    public static Dictionary<string, string?> Registered() => new(StringComparer.Ordinal)
    {
        ["MicrosoftAppId"] = TestToken.AppId,
        ["MicrosoftAppPassword"] = "s3cret-of-the-bot",
    };

    public static async Task<ActivityHost> StartAsync(
        Dictionary<string, string?>? settings = null, string environment = "Production", FakeInternet? internet = null)
    {
        internet ??= new FakeInternet();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var log = new LogLines();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(settings ?? Registered());
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddRouting();
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<BotMetrics>();
        builder.Services.AddActivityChannel(builder.Configuration, builder.Environment);
        foreach (var name in (string[])["openid", "login", "connector"])
            builder.Services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => internet);
        ActivityHost? host = null;
        builder.Services.AddScoped<AcceptActivity>(_ => (activity, _, _) =>
        {
            host!.Taken.Add(activity);
            return Task.FromResult(host.Answer);
        });

        var app = builder.Build();
        host = new ActivityHost(app, internet, clock, log);
        app.Use((context, next) =>
        {
            (context.Connection.RemoteIpAddress, context.Connection.LocalIpAddress) = (host.Remote, host.Local);
            return next(context);
        });
        app.UseRouting();
        app.UseAuthorization();
        app.MapMessages();
        await app.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Internet.Dispose();
    }
}
