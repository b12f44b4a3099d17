using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Replicas;

/// <summary>What one of several replicas does alone.</summary>
[OnPostgreSql]
public sealed class LeaseTests : IDisposable
{
    private readonly TwoReplicas _two = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _two.Dispose();

    [Fact]
    public async Task One_of_many_that_ask_at_once_gets_it_and_keeps_it_until_it_gives_it_back()
    {
        var (one, other) = (_two.OfOne<Leases>(), _two.OfOther<Leases>());
        var taken = await Task.WhenAll(one.TakeAsync("work", Ct), other.TakeAsync("work", Ct));
        var (holder, waiting) = taken[0] is null ? (other, one) : (one, other);
        var lease = Assert.Single(taken, lease => lease is not null)!;

        // Renewed behind its back, it outlives its length.
        await Task.Delay(holder.Length * 2, TimeProvider.System, Ct);
        Assert.True(lease.IsHeld);
        Assert.Null(await waiting.TakeAsync("work", Ct));
        Assert.Same(lease, await holder.TakeAsync("work", Ct));

        await holder.GiveBackAsync(Ct);
        Assert.False(lease.IsHeld);
        Assert.Equal(lease.Fence + 1, (await waiting.TakeAsync("work", Ct))!.Fence);
    }

    [Fact]
    public async Task What_a_replica_writes_under_a_lease_that_is_another_s_by_now_is_not_written()
    {
        var lease = await _two.OfOne<Leases>().TakeAsync("work", Ct);
        using (lease!.Enter())
        {
            Assert.Equal(1, await AddTaskAsync());
            do
            {
                // Whoever has it may renew it in between.
                await _two.One.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Leases" SET "Until" = 0 WHERE "Name" = 'work'""", Ct));
            }
            while (await _two.OfOther<Leases>().TakeAsync("work", Ct) is null);

            await Assert.ThrowsAsync<LeaseLostException>(AddTaskAsync);
        }

        Assert.Equal(1, await AddTaskAsync());
        Assert.Equal(2, await _two.One.ReadAsync(db => db.StaffTasks.CountAsync(Ct)));
    }

    [Fact]
    public async Task Scheduled_work_is_done_by_one_replica_and_after_its_end_by_the_other()
    {
        await _two.One.WaitForAsync(db => db.Leases.AnyAsync(lease => lease.Name == "CaseWorker"));
        var (one, other) = (_two.OfOne<Leases>(), _two.OfOther<Leases>());
        var before = await _two.One.ReadAsync(db => db.Leases.SingleAsync(lease => lease.Name == "CaseWorker", Ct));
        Assert.Contains(before.Holder, new[] { one.Me, other.Me });
        await (before.Holder == one.Me ? one : other).GiveBackAsync(Ct);
        var heir = before.Holder == one.Me ? _two.Other : _two.One;
        await heir.PassTimeUntilAsync(db => db.Leases.AnyAsync(lease => lease.Name == "CaseWorker" && lease.Holder != before.Holder && lease.Fence > before.Fence), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Each_knows_how_many_there_are()
    {
        await _two.OfOne<Leases>().RenewAsync(Ct);
        await _two.OfOther<Leases>().RenewAsync(Ct);
        await _two.OfOne<Leases>().RenewAsync(Ct);
        Assert.Equal((2, 2), (_two.OfOne<Leases>().Replicas, _two.OfOther<Leases>().Replicas));
    }

    private Task<int> AddTaskAsync() => _two.OfOne<DbWriter>().CommitAsync(
        async (db, token) =>
        {
            db.Add(new StaffTask { Kind = StaffTaskKind.Dispute, Subject = "under a lease", CreatedAt = Instant.FromUnixTimeSeconds(0) });
            return await db.SaveChangesAsync(token);
        },
        Ct);
}
