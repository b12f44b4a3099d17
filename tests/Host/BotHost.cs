using BillingBot.Channels.Activities;
using BillingBot.Knowledge.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BillingBot.Tests.Host;

/// <summary>
/// The real bot on a real port and a database file of its own. Only the clock and the outside world are replaced: the
/// connector is a <see cref="FakeChannel"/>, any other outside call fails.
/// </summary>
internal sealed class BotHost : WebApplicationFactory<Program>
{
    private readonly bool _keepDatabase;
    private readonly string _environment;
    private readonly IReadOnlyDictionary<string, string?> _settings;

    /// <summary>A Tuesday, 10:00 in Tokyo, so that the demo partner is open.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    private BotHost(string? database, string environment, IReadOnlyDictionary<string, string?> settings)
    {
        _keepDatabase = database is not null;
        _environment = environment;
        _settings = settings;
        Database = database ?? Path.Combine(Path.GetTempPath(), $"billingbot-test-{Guid.NewGuid():N}.db");
        Clock = new FakeTimeProvider(Tuesday);
        UseKestrel(0);
    }

    public FakeTimeProvider Clock { get; }
    public FakeChannel Channel { get; } = new();
    public CapturedLogs Logs { get; } = new();
    public string Database { get; }

    /// <param name="database">A file to go on with, as after a restart; null for a new one that is deleted at the end.</param>
    /// <param name="environment">Development has the demo partner and lets loopback in.</param>
    /// <param name="settings">Configuration keys and values.</param>
    public static BotHost Start(
        string? database = null, string environment = "Development", params (string Key, string? Value)[] settings)
    {
        var host = new BotHost(database, environment, settings.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
        host.StartServer();
        return host;
    }

    /// <summary>A client of the running bot.</summary>
    public HttpClient Client() => CreateClient();

    /// <summary>A conversation in Teams (as Agents Playground sees it), a new one each time.</summary>
    public CustomerConversation Conversation(string channel = "msteams", TestUser? user = null) =>
        new(this, channel, user ?? TestUser.Guest);

    public async Task<T> ReadAsync<T>(Func<BillingDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<BillingDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await read(db);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting("ConnectionStrings:BillingBot", $"Data Source={Database};Pooling=False");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => new NoOutsideWorld()));
            services.AddHttpClient(ConnectorClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Channel);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_keepDatabase)
        {
            foreach (var file in new[] { Database, $"{Database}-wal", $"{Database}-shm" })
            {
                File.Delete(file);
            }
        }
    }
}
