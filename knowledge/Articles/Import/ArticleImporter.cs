using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>Brings the database in line with the Markdown packs on disk and what staff have published over them.</summary>
public sealed class ArticleImporter(IDbContextFactory<BillingDb> factory, DbWriter writer, ILogger<ArticleImporter> logger)
{
    /// <summary>Writes what changed in one commit; a second run over the same files changes nothing.</summary>
    /// <param name="folders">Each holds <c>en</c> and <c>ja</c>; a later folder's article replaces an earlier one of the same id.</param>
    /// <param name="skills">Names an article may give as its skill.</param>
    public async Task<ImportReport> ImportAsync(
        IReadOnlyList<string> folders, IReadOnlySet<string> skills, CancellationToken cancellationToken)
    {
        var (fingerprint, unchanged) = await CompareAsync(folders, skills, cancellationToken);
        var report = unchanged > 0
            ? new ImportReport(Added: 0, Changed: 0, unchanged, Removed: 0, Errors: [])
            : await UpdateAsync(folders, new ArticleReader(skills), fingerprint, cancellationToken);
        Log(report);
        return report;
    }

    /// <returns>The fingerprint, and how many articles there are where it is that of the last import, which had no problem to tell.</returns>
    private async Task<(long? Fingerprint, int Unchanged)> CompareAsync(
        IReadOnlyList<string> folders, IReadOnlySet<string> skills, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var fingerprint = await PackFingerprint.OfAsync(db, folders, skills, cancellationToken);
        return (fingerprint, await StoreVersions.IsImportedAsync(db, fingerprint, cancellationToken) ? await db.Articles.CountAsync(cancellationToken) : 0);
    }

    private async Task<ImportReport> UpdateAsync(
        IReadOnlyList<string> folders, ArticleReader reader, long? fingerprint, CancellationToken cancellationToken)
    {
        var packs = await PackFiles.ReadAsync(folders, reader, cancellationToken);
        return await writer.CommitAsync(
            async (db, token) =>
            {
                var rows = await ArticleRows.ReadAsync(db, token);
                var edits = await EditsInForce.ReadAsync(db, reader, token);
                var report = await rows.UpdateAsync(rows.Merge(packs, edits), packs.Missing, token);
                await StoreVersions.NoteImportAsync(db, report.Errors.Count == 0 ? fingerprint : null, token);
                await db.SaveChangesAsync(token);
                return report;
            },
            cancellationToken);
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
