using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Staff;

/// <summary>Remembers sign-outs for every replica and over a restart, for as long as a kept cookie could be good.</summary>
public sealed class EndedSessions(IDbContextFactory<BillingDb> factory, DbWriter writer)
{
    /// <param name="session">Signing out again changes nothing.</param>
    /// <param name="now">When.</param>
    /// <param name="longest">How long a session may last; older ends are forgotten.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task AddAsync(string session, Instant now, Duration longest, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            var oldest = now - longest;
            await db.EndedSessions.Where(known => known.EndedAt < oldest).ExecuteDeleteAsync(token);
            if (!await db.EndedSessions.AnyAsync(known => known.Id == session, token))
            {
                db.Add(new EndedSession { Id = session, EndedAt = now });
            }

            return await db.SaveChangesAsync(token);
        },
        cancellationToken);

    public async Task<bool> ContainsAsync(string session, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.EndedSessions.AnyAsync(known => known.Id == session, cancellationToken);
    }

    /// <summary>Those of <paramref name="sessions"/> that have ended.</summary>
    public async Task<IReadOnlyList<string>> AmongAsync(IReadOnlyCollection<string> sessions, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.EndedSessions.Where(known => sessions.Contains(known.Id)).Select(known => known.Id).ToListAsync(cancellationToken);
    }
}
