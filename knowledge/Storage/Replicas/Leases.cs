using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Knowledge.Storage.Replicas;

/// <summary>
/// Lets one of several replicas do what must be done once. The database's clock says until when, so replicas whose clocks
/// differ or jump agree; in the process the machine's running time does, which does not jump.
/// </summary>
public sealed class Leases(IDbContextFactory<BillingDb> factory, IOptions<StorageOptions> storage, IOptions<ReplicaOptions> options)
{
    /// <summary>Milliseconds since 1970, in PostgreSQL.</summary>
    internal const string Now = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

    private const string Time = $"""SELECT {Now} AS "Value" """;

    private const string Take =
        $$"""
        INSERT INTO "Leases" AS known ("Name", "Holder", "Until", "Fence") VALUES ({0}, {1}, {{Now}} + {2}, 1)
        ON CONFLICT ("Name") DO UPDATE SET "Holder" = EXCLUDED."Holder", "Until" = EXCLUDED."Until", "Fence" = known."Fence" + 1
        WHERE known."Holder" = EXCLUDED."Holder" OR known."Until" < {{Now}}
        RETURNING "Fence" AS "Value"
        """;

    /// <summary>One that is locked is being written under: it is renewed next time, and nobody can take it before.</summary>
    private const string Renew =
        $$"""
        UPDATE "Leases" SET "Until" = {{Now}} + {1}
        WHERE "Name" IN (SELECT "Name" FROM "Leases" WHERE "Holder" = {0} FOR UPDATE SKIP LOCKED)
        RETURNING "Name" AS "Value"
        """;

    private const string GiveBack = """UPDATE "Leases" SET "Until" = 0 WHERE "Holder" = {0}""";
    private const string Check = """SELECT "Fence" AS "Value" FROM "Leases" WHERE "Name" = {0} AND "Fence" = {1} FOR SHARE""";
    private const string Presence = "replica ";
    private const string Count = $$"""SELECT count(*) AS "Value" FROM "Leases" WHERE "Name" LIKE '{{Presence}}%' AND "Until" > {{Now}}""";

    /// <summary>A process is never called the same again, so nobody needs its number.</summary>
    private const string Forget = $$"""DELETE FROM "Leases" WHERE "Name" LIKE '{{Presence}}%' AND "Until" < {{Now}} - 3600000""";
    private readonly ConcurrentDictionary<string, Lease> _held = new(StringComparer.Ordinal);

    /// <summary>Machine time: of the last renewal, and of the first in an unbroken row; 0 before there was one.</summary>
    private long _renewedAt, _inTouchSince;

    /// <summary>By how much the database's clock is ahead of this machine's; null before it was asked.</summary>
    private StrongBox<Duration>? _ahead;

    /// <summary>There may be several bots on this database.</summary>
    public bool AreNeeded { get; } = storage.Value.Kind == DatabaseProvider.PostgreSql;

    /// <summary>This process, as no other is called.</summary>
    public string Me { get; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    public TimeSpan Length => options.Value.Lease;

    /// <summary>Bots on this database, with this one, when it was last renewed.</summary>
    public int Replicas { get; private set; } = 1;

    /// <summary>
    /// Whether it may be thought that a replica of which nothing was heard is gone. Not before the database has been there for a
    /// whole lease without a break: who could not write until then is about to note what it had sent.
    /// </summary>
    public bool MayTakeOver => IsInTouch(Interlocked.Read(ref _renewedAt)) && TimeProvider.System.GetElapsedTime(Interlocked.Read(ref _inTouchSince)) > Length;

    /// <returns>The lease, which is kept until <see cref="GiveBackAsync"/>; null while another replica has it.</returns>
    public async Task<Lease?> TakeAsync(string name, CancellationToken cancellationToken)
    {
        if (!AreNeeded)
        {
            return Lease.OfTheOnlyOne(name);
        }

        if (_held.TryGetValue(name, out var held) && held.IsHeld)
        {
            return held;
        }

        var asked = TimeProvider.System.GetTimestamp();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var fence = await db.Database.SqlQueryRaw<long>(Take, name, Me, Milliseconds(Length)).ToListAsync(cancellationToken);
        return fence is [var number] ? _held[name] = Lease.Taken(name, number, Left(asked)) : null;
    }

    /// <summary>Renews everything that this process has, shows that it is there, and counts who else is.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        await TakeAsync(Presence + Me, cancellationToken);
        var asked = TimeProvider.System.GetTimestamp();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        foreach (var name in await db.Database.SqlQueryRaw<string>(Renew, Me, Milliseconds(Length)).ToListAsync(cancellationToken))
        {
            if (_held.TryGetValue(name, out var lease))
            {
                lease.Renewed(Left(asked));
            }
        }

        await db.Database.ExecuteSqlRawAsync(Forget, cancellationToken);
        await CompareClocksAsync(db, cancellationToken);
        Replicas = (int)(await db.Database.SqlQueryRaw<long>(Count).ToListAsync(cancellationToken))[0];
        NoteRenewal();
    }

    /// <summary>By how much the database's clock is ahead of this machine's, when it was last compared; zero where there is one process.</summary>
    internal async ValueTask<Duration> AheadAsync(CancellationToken cancellationToken)
    {
        if (AreNeeded && Volatile.Read(ref _ahead) is null)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await CompareClocksAsync(db, cancellationToken);
        }

        return Volatile.Read(ref _ahead)?.Value ?? Duration.Zero;
    }

    /// <summary>Others need not wait for the end.</summary>
    public async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        foreach (var lease in _held.Values)
        {
            lease.End();
        }

        if (!_held.IsEmpty)
        {
            _held.Clear();
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(GiveBack, [Me], cancellationToken);
        }
    }

    /// <summary>Within a transaction: nobody can take the lease before its end, unless somebody already has.</summary>
    /// <exception cref="LeaseLostException">Somebody has.</exception>
    internal static async Task CheckAsync(BillingDb db, Lease lease, CancellationToken cancellationToken)
    {
        if (await db.Database.SqlQueryRaw<long>(Check, lease.Name, lease.Fence).ToListAsync(cancellationToken) is [])
        {
            throw new LeaseLostException(lease.Name);
        }
    }

    /// <summary>The machine's clock and not the bot's, which a test moves: the two are compared as they are.</summary>
    private async Task CompareClocksAsync(BillingDb db, CancellationToken cancellationToken)
    {
        var there = (await db.Database.SqlQueryRaw<long>(Time).ToListAsync(cancellationToken))[0];
        Volatile.Write(ref _ahead, new(Instant.FromUnixTimeMilliseconds(there) - Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow())));
    }

    private void NoteRenewal()
    {
        var now = TimeProvider.System.GetTimestamp();
        if (!IsInTouch(Interlocked.Exchange(ref _renewedAt, now)))
        {
            Interlocked.Exchange(ref _inTouchSince, now);
        }
    }

    /// <summary>A longer break than this may have kept a replica from noting a sending until after its lease, a shorter one cannot.</summary>
    private bool IsInTouch(long renewedAt) => renewedAt != 0 && TimeProvider.System.GetElapsedTime(renewedAt) <= Length - options.Value.LongestSending;

    internal static long Milliseconds(TimeSpan length) => (long)length.TotalMilliseconds;

    private TimeSpan Left(long asked) => Length - TimeProvider.System.GetElapsedTime(asked);
}
