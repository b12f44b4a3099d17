using System.Diagnostics;
using BillingBot.Channels.Activities;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BillingBot.Tests.Host;

/// <summary>
/// The real bot on a real port and a database of its own, see <see cref="TestDatabases"/>. Only the clock and the outside world are replaced: the
/// connector is a <see cref="FakeChannel"/>, any other outside call fails.
/// </summary>
internal sealed class BotHost : WebApplicationFactory<Program>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);
    private readonly bool _keepDatabase;
    private readonly string _environment;
    private readonly IReadOnlyDictionary<string, string?> _settings;

    /// <summary>A Tuesday, 10:00 in Tokyo, so that the demo partner is open.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    /// <summary>For a test that asks for no article: without them there is nothing to train, and a bot starts at once. It is not ready.</summary>
    public static readonly (string Key, string? Value) NoArticles = ("Answers:ContentFolder", "none");

    private readonly Action<IServiceCollection> _configure;

    /// <summary>The first connection in the process starts a timer that never ends; started by a bot, it would hold that bot.</summary>
    static BotHost()
    {
        using var withoutContext = ExecutionContext.SuppressFlow();
        using var first = new SqliteConnection("Data Source=:memory:");
        first.Open();
    }

    private BotHost(
        string? database,
        string environment,
        IReadOnlyDictionary<string, string?> settings,
        Action<IServiceCollection> configure)
    {
        _configure = configure;
        _keepDatabase = database is not null;
        _environment = environment;
        _settings = settings;
        Database = database ?? TestDatabases.Create();
        Clock = new FakeTimeProvider(Tuesday);
        UseKestrel(0);
    }

    public FakeTimeProvider Clock { get; }
    public FakeChannel Channel { get; } = new();
    public CapturedLogs Logs { get; } = new();
    public string Database { get; }

    /// <param name="database">One to go on with, as after a restart; null for a new one that is deleted at the end.</param>
    /// <param name="environment">Development has the demo partner and lets loopback in.</param>
    /// <param name="configure">Replaces a service, for a test of what happens when it fails.</param>
    /// <param name="settings">Configuration keys and values.</param>
    public static BotHost Start(
        string? database = null,
        string environment = "Development",
        Action<IServiceCollection>? configure = null,
        params (string Key, string? Value)[] settings)
    {
        var host = new BotHost(
            database,
            environment,
            settings.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            configure ?? (_ => { }));
        host.StartServer();
        return host;
    }

    /// <summary>A client of the running bot.</summary>
    public HttpClient Client() => CreateClient();

    /// <summary>A conversation in Teams (as Agents Playground sees it), a new one each time.</summary>
    public CustomerConversation Conversation(string channel = "msteams", TestUser? user = null) =>
        new(this, channel, user ?? TestUser.Guest);

    /// <summary>A new group chat in Teams, where others read along.</summary>
    public CustomerConversation Group(TestUser user) => new(this, "msteams", user) { ConversationType = "groupChat" };

    public async Task<T> ReadAsync<T>(Func<BillingDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<BillingDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await read(db);
    }

    /// <summary>Waits until every claimed message is handled and every reply is sent or given up.</summary>
    public Task WhenIdleAsync() => WaitForAsync(IsIdleAsync);

    /// <summary>Whether every claimed message is handled and every reply is sent or given up.</summary>
    public static async Task<bool> IsIdleAsync(BillingDb db) => !await db.Messages.AnyAsync(
        message => message.Status == MessageStatus.Accepted || message.Status == MessageStatus.Pending);

    /// <summary>Waits until the database shows it; fails when that takes too long.</summary>
    public Task WaitForAsync(Func<BillingDb, Task<bool>> isSo) => PollAsync(isSo, Pause, () => { });

    /// <summary>Lets time pass in steps, with a breath after each, until the database shows it; fails when that takes too long.</summary>
    public Task PassTimeUntilAsync(Func<BillingDb, Task<bool>> isSo, TimeSpan step) => PollAsync(isSo, Breath, () => Clock.Advance(step));

    /// <summary>
    /// Lets time pass in steps until something has happened, with a breath after each: a call to the outside that is
    /// under way must not see its time run out between two instructions.
    /// </summary>
    public async Task<T> PassTimeUntilAsync<T>(Task<T> happened, TimeSpan step)
    {
        while (!happened.IsCompleted)
        {
            Clock.Advance(step);
            await Task.WhenAny(happened, Task.Delay(Breath, TimeProvider.System));
        }

        return await happened;
    }

    private async Task PollAsync(Func<BillingDb, Task<bool>> isSo, TimeSpan pause, Action meanwhile)
    {
        var patience = Stopwatch.StartNew();
        while (!await ReadAsync(isSo))
        {
            Assert.True(patience.Elapsed < Patience, "The bot did not get there in 30 seconds.");
            meanwhile();
            await Task.Delay(pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        foreach (var (key, value) in TestDatabases.Settings(Database))
        {
            builder.UseSetting(key, value);
        }

        // A test has no load balancer.
        builder.UseSetting("Replicas:LeaveFor", "00:00:00");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Configure<HostOptions>(host => host.ShutdownTimeout = Farewell);
            // A handler's lifetime is a timer, which would hold a bot that has ended until it runs out.
            services.ConfigureHttpClientDefaults(client => client
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(() => new NoOutsideWorld()));
            services.AddHttpClient(ConnectorClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Channel);
            _configure(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !_keepDatabase)
        {
            TestDatabases.Delete(Database);
        }
    }
}
