using System.Globalization;
using BillingBot.Knowledge.Billing.Import;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.Import;

/// <summary>
/// Looks into the folder from time to time and imports what lies there, all or nothing per file. A file is moved after
/// it was imported; when the bot dies between the two, importing it again changes nothing.
/// </summary>
internal sealed partial class FolderWatcher(
    Importer importer, IOptions<ImportOptions> options, Leases leases, TimeProvider time, ILogger<FolderWatcher> logger) : PeriodicWorker(time, logger, leases)
{
    private Dictionary<string, (long Length, DateTime Written)> _seen = new(StringComparer.Ordinal);

    protected override TimeSpan Every => options.Value.Every;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Folder is null ? Task.CompletedTask : base.ExecuteAsync(stoppingToken);

    protected override Task RunRoundAsync(CancellationToken stopping) => LookAsync(stopping);

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var (folder, before) = (options.Value.Folder!, _seen);
        var files = ImportFolder.Files(folder).ToList();
        _seen = files.ToDictionary(
            found => found.File.Name, found => (found.File.Length, found.File.LastWriteTimeUtc), StringComparer.Ordinal);
        foreach (var (kind, file) in files)
        {
            if (!before.TryGetValue(file.Name, out var earlier) || earlier != _seen[file.Name])
            {
                // New, or still being written. What depends on it must wait as well.
                return;
            }

            await ImportAsync(kind, file, folder, cancellationToken);
        }
    }

    private async Task ImportAsync(ImportKind kind, FileInfo file, string folder, CancellationToken cancellationToken)
    {
        ImportReport report;
        await using (var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            report = await importer.ImportAsync(kind, content, new ImportSettings(file.Name, "folder"), progress: null, cancellationToken);
        }

        var moment = Time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var target = Free(Path.Combine(folder, report.IsClean ? ImportFolder.Done : ImportFolder.Rejected, $"{moment}-{file.Name}"));
        await File.WriteAllTextAsync($"{target}.report.txt", report.ToText(), cancellationToken);
        if (!report.IsClean)
        {
            await RejectsFile.WriteAsync($"{target}.rejected.csv", report.Rejections, cancellationToken);
        }

        file.MoveTo(target);
        _seen.Remove(file.Name);
        LogImported(kind, report.Committed, report.Added, report.Updated, report.Unchanged, report.Queued, report.Rejected);
    }

    private static string Free(string path)
    {
        var free = path;
        for (var count = 2; File.Exists(free); count++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{Path.ChangeExtension(path, null)}-{count}{Path.GetExtension(path)}");
        }

        return free;
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "A file of {Kind} from the folder was handled (written: {Committed}): {Added} added, {Updated} updated, {Unchanged} unchanged, {Queued} queued, {Rejected} rejected")]
    private partial void LogImported(ImportKind kind, bool committed, int added, int updated, int unchanged, int queued, int rejected);
}
