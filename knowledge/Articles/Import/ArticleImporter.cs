using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>Brings the database in line with the Markdown packs on disk.</summary>
public sealed class ArticleImporter(DbWriter writer, ILogger<ArticleImporter> logger)
{
    /// <summary>Writes what changed in one commit; a second run over the same files changes nothing.</summary>
    /// <param name="folders">Each holds <c>en</c> and <c>ja</c>; a later folder's article replaces an earlier one of the same id.</param>
    /// <param name="skills">Names an article may give as its skill.</param>
    public async Task<ImportReport> ImportAsync(
        IReadOnlyList<string> folders, IReadOnlySet<string> skills, CancellationToken cancellationToken)
    {
        var missing = folders.Where(folder => !Directory.Exists(folder))
            .Select(folder => new ImportError(folder, 0, "The folder does not exist.", "Correct its path in the settings; until then no article is removed."))
            .ToList();
        var files = await PackReader.ReadAsync(folders.Where(Directory.Exists), new ArticleReader(skills), cancellationToken);
        var report = await writer.CommitAsync((db, token) => WriteAsync(db, files, missing, token), cancellationToken);
        Log(report);
        return report;
    }

    private static async Task<ImportReport> WriteAsync(
        BillingDb db, IReadOnlyList<ArticleFile> files, List<ImportError> missing, CancellationToken cancellationToken)
    {
        var inUse = await db.Articles.AsTracking()
            .ToDictionaryAsync(article => (article.Language, article.Id), cancellationToken);
        var pack = new Pack(files, inUse);
        var (added, changed) = (0, 0);
        foreach (var article in pack.Articles)
        {
            if (!inUse.Remove((article.Language, article.Id), out var known))
            {
                db.Add(article);
                added++;
            }
            else if (known.ContentHash != article.ContentHash)
            {
                db.Entry(known).CurrentValues.SetValues(article);
                changed++;
            }
        }

        var removed = missing.Count > 0 ? [] : inUse.Values.ToList();
        db.RemoveRange(removed);
        await db.SaveChangesAsync(cancellationToken);
        return new(added, changed, pack.Articles.Count - added - changed, removed.Count, [.. missing, .. pack.Errors]);
    }

    private void Log(ImportReport report)
    {
        foreach (var error in report.Errors)
        {
            logger.LogError("Article not imported: {Error}", error);
        }

        logger.LogInformation("Articles: {Added} added, {Changed} changed, {Unchanged} unchanged, {Removed} removed, {Errors} errors",
            report.Added, report.Changed, report.Unchanged, report.Removed, report.Errors.Count);
    }
}
