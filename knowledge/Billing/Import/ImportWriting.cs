using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Writes a plan within a transaction: records, tasks for staff, audit.</summary>
internal sealed class ImportWriting<TRecord>(
    RecordImport<TRecord> import, ImportPlan<TRecord> plan, ImportSettings settings, Instant now, IProgress<ImportProgress>? progress)
    where TRecord : class
{
    private string Actor => $"import:{settings.Source}";

    /// <returns>Nothing of interest.</returns>
    public async Task<int> WriteAsync(BillingDb db, CancellationToken cancellationToken)
    {
        await import.AddAsync(db, Counted(plan.Additions), cancellationToken);
        foreach (var chunk in plan.Updates.Chunk(Importer.BatchSize))
        {
            await import.UpdateAsync(db, chunk, cancellationToken);
            db.ChangeTracker.Clear();
        }

        await QueueAsync(db, cancellationToken);
        await CloseTasksAsync(db, cancellationToken);
        await AuditAsync(db, cancellationToken);
        return 0;

        IEnumerable<TRecord> Counted(IReadOnlyCollection<TRecord> records)
        {
            var done = 0;
            foreach (var record in records)
            {
                if (done++ % Importer.BatchSize == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(new ImportProgress(ImportStage.Writing, done, records.Count));
                }

                yield return record;
            }

            progress?.Report(new ImportProgress(ImportStage.Writing, done, Math.Max(done, 1)));
        }
    }

    /// <summary>A task that waits already gets the rows as they are now; one that is done stays done.</summary>
    private async Task QueueAsync(BillingDb db, CancellationToken cancellationToken)
    {
        await using var tasks = new PreparedInsert<StaffTask>(db);
        foreach (var chunk in plan.Queued.Chunk(Importer.BatchSize))
        {
            var keys = chunk.Select(record => record.Key).ToList();
            var known = await db.StaffTasks.AsTracking()
                .Where(task => task.Kind == StaffTaskKind.UnknownCustomer && keys.Contains(task.DedupeKey!))
                .ToDictionaryAsync(task => task.DedupeKey!, cancellationToken);
            foreach (var record in chunk)
            {
                if (known.TryGetValue(record.Key, out var task))
                {
                    db.Entry(task).Property(waiting => waiting.Detail).CurrentValue = task.DoneAt is null ? record.Rows : task.Detail;
                    continue;
                }

                await tasks.AddAsync(
                    new StaffTask
                    {
                        Kind = StaffTaskKind.UnknownCustomer,
                        Subject = record.Subject,
                        Detail = record.Rows,
                        DedupeKey = record.Key,
                        CreatedAt = now,
                    },
                    cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>What staff were asked about and is imported now needs no answer any more.</summary>
    private async Task CloseTasksAsync(BillingDb db, CancellationToken cancellationToken)
    {
        if (import.Customer is null)
        {
            return;
        }

        var prefix = $"{import.Noun}:";
        var open = await db.StaffTasks.AsTracking()
            .Where(task => task.Kind == StaffTaskKind.UnknownCustomer && task.DoneAt == null && task.DedupeKey!.StartsWith(prefix))
            .ToListAsync(cancellationToken);
        foreach (var task in open.Where(task => plan.IsTaken(task.DedupeKey![prefix.Length..])))
        {
            (task.DoneAt, task.DoneBy) = (now, Actor);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AuditAsync(BillingDb db, CancellationToken cancellationToken)
    {
        await using var audit = new PreparedInsert<AuditEntry>(db);
        foreach (var record in plan.Updates)
        {
            var (subject, customerId) = import.Name(record);
            await audit.AddAsync(
                new AuditEntry
                {
                    At = now,
                    Actor = Actor,
                    Action = $"{import.Noun}.updated",
                    Subject = subject,
                    CustomerId = customerId,
                    Detail = $"From {settings.FileName}.",
                },
                cancellationToken);
        }

        await audit.AddAsync(
            new AuditEntry
            {
                At = now,
                Actor = Actor,
                Action = $"{import.Kind.Name()}.imported",
                Subject = $"file:{settings.FileName}",
                Detail = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.Additions.Count} added, {plan.Updates.Count} updated, {plan.Unchanged} unchanged, {plan.Queued.Count} queued, {plan.Rejected} rejected."),
            },
            cancellationToken);
    }
}
