using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>
/// Imports a CSV file: checks it against the database without holding up writers, then writes it in one transaction. What
/// changed in between fails the transaction, and the file is checked again.
/// </summary>
public sealed class Importer(IDbContextFactory<BillingDb> factory, DbWriter writer, IClock clock)
{
    internal const int BatchSize = 500;
    private const int Attempts = 3;

    /// <param name="kind">What the file holds.</param>
    /// <param name="file">Can be sought; stays open.</param>
    /// <param name="settings">How.</param>
    /// <param name="progress">Told from time to time.</param>
    /// <param name="cancellationToken">Stops; nothing is then imported.</param>
    public Task<ImportReport> ImportAsync(
        ImportKind kind, Stream file, ImportSettings settings, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) => kind switch
        {
            ImportKind.Customers => ImportAsync(() => new CustomerImport(), file, settings, progress, cancellationToken),
            ImportKind.Subscriptions => ImportAsync(() => new SubscriptionImport(), file, settings, progress, cancellationToken),
            ImportKind.Invoices => ImportAsync(() => new InvoiceImport(), file, settings, progress, cancellationToken),
            ImportKind.CreditNotes => ImportAsync(() => new CreditNoteImport(), file, settings, progress, cancellationToken),
            ImportKind.Payments => ImportAsync(() => new PaymentImport(), file, settings, progress, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private async Task<ImportReport> ImportAsync<TRecord>(
        Func<RecordImport<TRecord>> create, Stream file, ImportSettings settings, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
        where TRecord : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var notes = new ImportNotes();
            var import = create();
            try
            {
                return await TryAsync(import, file, settings, notes, progress, cancellationToken);
            }
            catch (UnreadableFileException unreadable)
            {
                return new ImportReport
                {
                    Kind = import.Kind,
                    File = settings.FileName,
                    DryRun = settings.DryRun,
                    Rejections = [unreadable.Rejection, .. notes.Rejections],
                    Warnings = notes.Warnings,
                };
            }
            catch (Exception conflict) when (attempt < Attempts && (conflict is ConcurrentChangeException || DbFailures.IsConstraintViolation(conflict)))
            {
                // Checked again from the start.
            }
        }
    }

    private async Task<ImportReport> TryAsync<TRecord>(
        RecordImport<TRecord> import, Stream file, ImportSettings settings, ImportNotes notes, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
        where TRecord : class
    {
        await using var table = await CsvTable.OpenAsync(file, settings.Encoding, import.Sheet, notes, cancellationToken);
        ImportPlan<TRecord> plan;
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            plan = await new ImportPlanner<TRecord>(import, db, notes).PlanAsync(table, file, settings, progress, cancellationToken);
        }

        var writes = !settings.DryRun && (settings.Partial || !plan.HasRejections);
        if (writes)
        {
            var writing = new ImportWriting<TRecord>(import, plan, settings, clock.GetCurrentInstant(), progress);
            await writer.CommitAsync(writing.WriteAsync, cancellationToken);
        }

        return new ImportReport
        {
            Kind = import.Kind,
            File = settings.FileName,
            DryRun = settings.DryRun,
            Committed = writes,
            Rows = table.Rows,
            Added = plan.Additions.Count,
            Updated = plan.Updates.Count,
            Unchanged = plan.Unchanged,
            Queued = plan.Queued.Count,
            Rejected = plan.Rejected,
            Rejections = notes.Rejections,
            Warnings = notes.Warnings,
        };
    }
}
