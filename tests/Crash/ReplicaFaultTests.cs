using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Crash;

/// <summary>Two bots on one PostgreSQL, and what may happen to either of them or to it.</summary>
[Collection<AloneCollection>]
public sealed class ReplicaFaultTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Longer than the lease, which is 30 s unless it is set, so that the test is short.</summary>
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(17);
    private static readonly (string Key, string Value) Lease = ("Replicas:Lease", "00:00:15");
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public ReplicaFaultTests()
    {
        PostgreSqlCluster.SkipUnlessThere();
        _patience.CancelAfter(Patience);
    }

    private CancellationToken Ct => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task A_database_that_is_killed_and_away_for_longer_than_a_lease_costs_time_and_nothing_else()
    {
        using var server = new MortalPostgreSql();
        await using var connector = await FakeConnector.StartAsync();
        connector.Does = (_, _) => Trouble.None with { After = TimeSpan.FromMilliseconds(50) };
        using var fleet = await Fleet.StartAsync("", 2, Ct, [.. server.BotSettings, Lease]);
        using var customers = new Customers(fleet, connector, 60, 6);
        var saying = customers.SayAllAsync(Ct);
        await connector.WhenAsync(() => connector.Deliveries.Count > customers.Total / 4, Ct);
        server.Kill();
        await Task.Delay(Outage, TimeProvider.System, Ct);
        server.Start();
        await saying;

        // Whoever had sent something notes it before another may think that they died.
        (await customers.HearAllAsync(Ct)).Holds(mostRepeated: 0);
    }

    [Fact]
    public async Task A_replica_that_stood_still_for_longer_than_its_leases_does_not_say_again_what_others_have_said()
    {
        var database = PostgreSqlCluster.Create();
        await using var connector = await FakeConnector.StartAsync();
        connector.Does = (_, _) => Trouble.None with { After = TimeSpan.FromMilliseconds(50) };
        try
        {
            // It holds locks, which the server is told to end sooner than the fifteen seconds after which it does.
            var connection = $"{PostgreSqlCluster.ConnectionString(database)};Options=-c idle_in_transaction_session_timeout=8s";
            using var fleet = await Fleet.StartAsync(database, 2, Ct, ("ConnectionStrings:BillingBot", connection));
            using var customers = new Customers(fleet, connector, 60, 6);
            var saying = customers.SayAllAsync(Ct);
            await connector.WhenAsync(() => connector.Deliveries.Count > customers.Total / 4, Ct);
            using var frozen = fleet.Take(0);
            frozen.Send("STOP");
            await saying;
            var judged = await customers.HearAllAsync(Ct);
            judged.Holds(mostRepeated: 32);
            frozen.Send("CONT");
            frozen.Send("TERM");
            Assert.Equal(0, await frozen.EndsAsync(Ct));
            Judgement.Of(60, 6, connector.All).Holds(mostRepeated: 32);
        }
        finally
        {
            PostgreSqlCluster.Drop(database);
        }
    }

    [Fact]
    public async Task A_replica_that_is_told_to_stop_ends_what_it_does_and_leaves_the_rest_to_the_other()
    {
        var database = PostgreSqlCluster.Create();
        await using var connector = await FakeConnector.StartAsync();
        connector.Does = (_, _) => Trouble.None with { After = TimeSpan.FromMilliseconds(50) };
        try
        {
            using var fleet = await Fleet.StartAsync(database, 2, Ct, ("Replicas:Lease", "00:00:30"));
            using var customers = new Customers(fleet, connector, 60, 6);
            var saying = customers.SayAllAsync(Ct);
            await connector.WhenAsync(() => connector.Deliveries.Count > customers.Total / 4, Ct);
            using var leaving = fleet.Take(0);
            leaving.Send("TERM");
            Assert.Equal(0, await leaving.EndsAsync(Ct));
            await saying;
            (await customers.HearAllAsync(Ct)).Holds(mostRepeated: 0);
        }
        finally
        {
            PostgreSqlCluster.Drop(database);
        }
    }
}
