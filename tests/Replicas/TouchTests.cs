using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Replicas;

/// <summary>When a replica may think that another, of which it heard nothing, is gone: not when nobody could be heard.</summary>
[OnPostgreSql]
public sealed class TouchTests : IDisposable
{
    private static readonly ReplicaOptions Options = new() { Lease = TimeSpan.FromSeconds(2) };
    private readonly TwoReplicas _two = new();
    private readonly Way _way;
    private readonly Leases _leases;

    public TouchTests()
    {
        _way = new Way(_two.OfOne<IDbContextFactory<BillingDb>>());
        _leases = new Leases(_way, _two.OfOne<IOptions<StorageOptions>>(), Microsoft.Extensions.Options.Options.Create(Options));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _two.Dispose();

    [Fact]
    public async Task A_replica_that_has_just_begun_or_that_was_without_the_database_waits_for_a_whole_lease()
    {
        Assert.False(_leases.MayTakeOver);
        await BecomesSureAsync();

        _way.IsClosed = true;
        await Task.Delay(Options.Lease * 0.6, TimeProvider.System, Ct);
        await Assert.ThrowsAsync<TimeoutException>(() => _leases.RenewAsync(Ct));
        Assert.False(_leases.MayTakeOver);

        // The first moment with the database: whoever had sent something has not noted it yet.
        _way.IsClosed = false;
        await _leases.RenewAsync(Ct);
        Assert.False(_leases.MayTakeOver);
        await BecomesSureAsync();
    }

    /// <summary>After a lease at the soonest; on a busy machine that stands still now and then, later.</summary>
    private async Task BecomesSureAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!_leases.MayTakeOver)
        {
            await _leases.RenewAsync(Ct);
            await Task.Delay(Options.RenewEvery, TimeProvider.System, Ct);
        }

        Assert.True(TimeProvider.System.GetElapsedTime(began) >= Options.Lease);
    }

    private sealed class Way(IDbContextFactory<BillingDb> factory) : IDbContextFactory<BillingDb>
    {
        public bool IsClosed { get; set; }

        public BillingDb CreateDbContext() => IsClosed ? throw new TimeoutException() : factory.CreateDbContext();
    }
}
