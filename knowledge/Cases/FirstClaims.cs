using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>How long customers really waited for a person, measured.</summary>
public sealed class FirstClaims(IDbContextFactory<BillingDb> factory)
{
    private const int MostRecent = 20;

    /// <summary>With fewer than these a median says nothing.</summary>
    private const int Fewest = 5;

    /// <summary>The median over a queue's last first claims, in time within the calendar.</summary>
    /// <returns>Null when too few are known.</returns>
    public async Task<Duration?> MedianAsync(string queue, SupportCalendar calendar, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var claims = await db.Cases.Where(known => known.Queue == queue && known.ClaimedAt != null)
            .OrderByDescending(known => known.ClaimedAt).Take(MostRecent)
            .Select(known => new { known.CreatedAt, ClaimedAt = known.ClaimedAt!.Value }).ToListAsync(cancellationToken);
        var waits = claims.Select(claim => BusinessTime.Between(calendar, claim.CreatedAt, claim.ClaimedAt)).Order().ToList();
        return waits.Count < Fewest ? null : waits[waits.Count / 2];
    }
}
