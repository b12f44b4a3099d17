using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Cases;

/// <summary>
/// Gives out case numbers: 1001, 1002, ... The bot must know the number before it can say it, so it is taken before the
/// turn is committed; a turn that then fails leaves a gap, which harms nobody.
/// </summary>
public sealed class CaseNumbers(DbWriter writer)
{
    public Task<long> TakeAsync(CancellationToken cancellationToken) => writer.CommitLockingAsync(
        static async (db, token) =>
        {
            await db.CaseCounters.ExecuteUpdateAsync(counter => counter.SetProperty(row => row.Last, row => row.Last + 1), token);
            return await db.CaseCounters.Select(counter => counter.Last).SingleAsync(token);
        },
        cancellationToken);
}
