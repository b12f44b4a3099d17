using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Storage;

/// <summary>Replicas that are started at once on a new database, or one that nobody has migrated.</summary>
[OnPostgreSql]
public sealed class SeveralMigrationsTests : IDisposable
{
    private readonly string _database;
    private readonly List<ServiceProvider> _replicas = [];

    public SeveralMigrationsTests() => _database = PostgreSqlCluster.CreateEmpty();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _replicas.ForEach(replica => replica.Dispose());
        PostgreSqlCluster.Drop(_database);
    }

    [Fact]
    public async Task Of_eight_that_migrate_at_once_one_does_it_and_all_go_on()
    {
        var replicas = Enumerable.Range(0, 8).Select(_ => Replica()).ToList();
        await Task.WhenAll(replicas.Select(replica => Task.Run(() => replica.GetRequiredService<DbMigrator>().MigrateAsync(Ct), Ct)));
        await using var db = await replicas[0].GetRequiredService<IDbContextFactory<BillingDb>>().CreateDbContextAsync(Ct);
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(Ct));
        Assert.Equal(1000, await db.CaseCounters.Select(counter => counter.Last).SingleAsync(Ct));
        Assert.Empty(await replicas[1].GetRequiredService<DbMigrator>().MigrateAsync(Ct));
    }

    [Fact]
    public async Task An_older_database_is_left_alone_at_the_start_unless_the_setting_allows_it()
    {
        var refused = await Assert.ThrowsAsync<NotMigratedException>(() => Replica().GetRequiredService<DbMigrator>().EnsureCurrentAsync(Ct));
        Assert.Contains("command migrate", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Database:MigrateAtStart", refused.Message, StringComparison.Ordinal);
        await Replica(("Database:MigrateAtStart", "true")).GetRequiredService<DbMigrator>().EnsureCurrentAsync(Ct);
        await Replica().GetRequiredService<DbMigrator>().EnsureCurrentAsync(Ct);
    }

    private ServiceProvider Replica(params (string Key, string Value)[] more)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            TestDatabases.Settings(_database).Concat(more).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
        var replica = new ServiceCollection().AddLogging().AddStorage(configuration, Path.GetTempPath()).BuildServiceProvider();
        _replicas.Add(replica);
        return replica;
    }
}
