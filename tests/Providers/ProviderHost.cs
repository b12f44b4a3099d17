using BillingBot.Knowledge.Storage;
using BillingBot.Providers;
using BillingBot.Providers.PartnerCenter;
using BillingBot.Tests.Channels.Activities;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BillingBot.Tests.Providers;

/// <summary>A host with the provider and a database, and nothing else; Partner Center is a server on loopback.</summary>
internal sealed class ProviderHost : IAsyncDisposable
{
    private readonly IHost _host;

    private ProviderHost(IHost host, FakePartnerCenter fake, ImpatientClock clock, LogLines log, string database) =>
        (_host, PartnerCenter, Clock, Log, Database) = (host, fake, clock, log, database);

    public FakePartnerCenter PartnerCenter { get; }
    public ImpatientClock Clock { get; }
    public LogLines Log { get; }
    public string Database { get; }
    public ISubscriptionProvider Provider => Get<ISubscriptionProvider>();

    public static Dictionary<string, string?> Enabled() => new(StringComparer.Ordinal)
    {
        ["PartnerCenter:Enabled"] = "true",
        ["PartnerCenter:TenantId"] = "aaaaaaaa-0000-4000-8000-00000000000a",
        ["PartnerCenter:AppId"] = "cccccccc-0000-4000-8000-00000000000c",
        ["PartnerCenter:AppSecret"] = "s3cret-of-the-app",
        ["PartnerCenter:RefreshToken"] = "refresh-0",
    };

    /// <param name="settings">Null for Partner Center with a secret.</param>
    /// <param name="database">A file to go on with, as after a restart.</param>
    public static async Task<ProviderHost> StartAsync(Dictionary<string, string?>? settings = null, string? database = null)
    {
        // MSAL tells when a token ends by the wall clock.
        var clock = new ImpatientClock(TimeProvider.System.GetUtcNow());
        var log = new LogLines();
        database ??= Path.Combine(Path.GetTempPath(), $"billingbot-provider-{Guid.NewGuid():N}.db");
        var fake = await FakePartnerCenter.StartAsync(clock);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings ?? Enabled());
        builder.Configuration["ConnectionStrings:BillingBot"] = $"Data Source={database};Pooling=False";
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddStorage(builder.Configuration, Path.GetTempPath());
        builder.Services.AddSubscriptionProvider(builder.Configuration);
        foreach (var name in (string[])[PartnerCenterClient.HttpClientName, PartnerCenterTokens.HttpClientName])
            builder.Services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => new ToFake(fake.Address));

        var host = new ProviderHost(builder.Build(), fake, clock, log, database);
        try
        {
            await host._host.StartAsync();
            await using var db = await host.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
            await db.Database.MigrateAsync();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        return host;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public Task<ProviderResult> SuspendAsync() => Provider.SuspendAsync(
        FakePartnerCenter.Customer, FakePartnerCenter.SubscriptionId, TestContext.Current.CancellationToken);

    public Task<ProviderResult> ReactivateAsync() => Provider.ReactivateAsync(
        FakePartnerCenter.Customer, FakePartnerCenter.SubscriptionId, TestContext.Current.CancellationToken);

    public Task<ProviderSubscription?> FindAsync() => Provider.FindAsync(
        FakePartnerCenter.Customer, FakePartnerCenter.SubscriptionId, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => DisposeAsync(keepDatabase: false);

    public async ValueTask DisposeAsync(bool keepDatabase)
    {
        _host.Dispose();
        await PartnerCenter.DisposeAsync();
        if (!keepDatabase)
            TestDatabases.Delete(Database);
    }
}
