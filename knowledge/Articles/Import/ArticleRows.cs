using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>The articles in use as rows of the database, within a unit of work.</summary>
internal sealed class ArticleRows
{
    private readonly BillingDb _db;
    private readonly Dictionary<(string Language, string Id), Article> _inUse;

    private ArticleRows(BillingDb db, Dictionary<(string Language, string Id), Article> inUse) => (_db, _inUse) = (db, inUse);

    public static async Task<ArticleRows> ReadAsync(BillingDb db, CancellationToken cancellationToken) => new(
        db, await db.Articles.AsTracking().ToDictionaryAsync(article => (article.Language, article.Id), cancellationToken));

    /// <summary>What should be in use, out of the files on disk and staff's edits.</summary>
    public Pack Merge(PackFiles packs, IEnumerable<ArticleFile> edits) => new([.. packs.Files, .. edits], _inUse);

    /// <summary>Writes what changed; to be called once.</summary>
    public async Task<ImportReport> UpdateAsync(Pack pack, IReadOnlyList<ImportError> missing, CancellationToken cancellationToken)
    {
        var (added, changed) = (0, 0);
        foreach (var article in pack.Articles)
        {
            if (!_inUse.Remove((article.Language, article.Id), out var known))
            {
                _db.Add(article);
                added++;
            }
            else if (known.ContentHash != article.ContentHash)
            {
                _db.Entry(known).CurrentValues.SetValues(article);
                changed++;
            }
        }

        var removed = missing.Count > 0 ? [] : _inUse.Values.ToList();
        _db.RemoveRange(removed);
        if (added + changed + removed.Count > 0)
        {
            await StoreVersions.CountAsync(_db, cancellationToken);
        }

        await _db.SaveChangesAsync(cancellationToken);
        return new(added, changed, pack.Articles.Count - added - changed, removed.Count, [.. missing, .. pack.Errors]);
    }
}
