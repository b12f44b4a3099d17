using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>Reads and counts the version of what the search learns from.</summary>
internal static class StoreVersions
{
    /// <returns>Zero before anything was stored.</returns>
    public static Task<long> ReadAsync(BillingDb db, CancellationToken cancellationToken) =>
        db.StoreVersions.Select(version => version.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Within the unit of work that changes something; the caller saves.</summary>
    public static async Task CountAsync(BillingDb db, CancellationToken cancellationToken)
    {
        if (await db.StoreVersions.AsTracking().SingleOrDefaultAsync(cancellationToken) is { } version)
        {
            version.Number++;
        }
        else
        {
            db.Add(new StoreVersion { Id = StoreVersion.Only, Number = 1 });
        }
    }
}
