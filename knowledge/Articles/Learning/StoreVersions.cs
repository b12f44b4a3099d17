using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>Reads and writes the versions of what the search learns from, and of what was imported.</summary>
internal static class StoreVersions
{
    /// <returns>Zero before anything was stored.</returns>
    public static Task<long> ReadAsync(BillingDb db, CancellationToken cancellationToken) =>
        db.StoreVersions.Where(version => version.Id == StoreVersion.Taught).Select(version => version.Number).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Within the unit of work that changes something; the caller saves.</summary>
    public static async Task CountAsync(BillingDb db, CancellationToken cancellationToken) =>
        (await OfAsync(db, StoreVersion.Taught, cancellationToken)).Number++;

    /// <param name="db">The database.</param>
    /// <param name="fingerprint">Of what there is to import; null where that is not known.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task<bool> IsImportedAsync(BillingDb db, long? fingerprint, CancellationToken cancellationToken) =>
        fingerprint is { } wanted && await db.StoreVersions.AnyAsync(version => version.Id == StoreVersion.Imported && version.Number == wanted, cancellationToken);

    /// <summary>Within the import's unit of work; the caller saves.</summary>
    /// <param name="db">The unit's.</param>
    /// <param name="fingerprint">Null where there was a problem to tell: the next import tells it again.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task NoteImportAsync(BillingDb db, long? fingerprint, CancellationToken cancellationToken)
    {
        var imported = await OfAsync(db, StoreVersion.Imported, cancellationToken);
        if (fingerprint is { } known)
        {
            imported.Number = known;
        }
        else
        {
            db.Remove(imported);
        }
    }

    private static async Task<StoreVersion> OfAsync(BillingDb db, int id, CancellationToken cancellationToken) =>
        await db.StoreVersions.AsTracking().SingleOrDefaultAsync(version => version.Id == id, cancellationToken)
            ?? db.Add(new StoreVersion { Id = id }).Entity;
}
