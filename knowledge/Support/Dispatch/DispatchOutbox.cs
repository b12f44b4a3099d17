using System.Globalization;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>Finds dispatches that are due, and records what became of them, in the case's history as well.</summary>
public sealed class DispatchOutbox(IDbContextFactory<BillingDb> factory, DbWriter writer)
{
    private const string Bot = "bot";

    /// <param name="now">The present.</param>
    /// <param name="longest">See <see cref="DueTimes"/>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<IReadOnlyList<ProviderDispatch>> DueAsync(Instant now, Duration longest, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Waiting(db).Due(now, longest).OrderBy(dispatch => dispatch.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Takes the dispatch for one attempt; when nothing is heard of that until then, it is due again.</summary>
    /// <returns>
    /// The provider as it is entered now, null when there is none any more; and false when another instance took it, or the
    /// case was closed meanwhile, which ends it.
    /// </returns>
    public Task<(bool Taken, SupportProvider? Provider)> TakeAsync(
        ProviderDispatch dispatch, Instant now, Instant until, CancellationToken cancellationToken) =>
        writer.CommitAsync<(bool Taken, SupportProvider? Provider)>(
            async (db, token) =>
            {
                if (await db.Cases.AnyAsync(known => known.Id == dispatch.CaseId && known.Status == CaseStatus.Resolved, token))
                {
                    await Waiting(db).Where(row => row.Id == dispatch.Id).ExecuteUpdateAsync(
                        row => row.SetProperty(known => known.DeadAt, (Instant?)now).SetProperty(known => known.LastError, "The case was closed before."),
                        token);
                    return (false, null);
                }

                var taken = await Waiting(db).Where(row => row.Id == dispatch.Id && row.Attempts == dispatch.Attempts)
                    .ExecuteUpdateAsync(
                        row => row.SetProperty(known => known.Attempts, known => known.Attempts + 1)
                            .SetProperty(known => known.NextAttemptAt, (Instant?)until),
                        token) == 1;
                return (taken, taken ? await db.SupportProviders.SingleOrDefaultAsync(known => known.Id == dispatch.ProviderId, token) : null);
            },
            cancellationToken);

    /// <param name="mail">The e-mail that carries it, recorded in the same transaction; null when it was posted.</param>
    public Task MarkSentAsync(ProviderDispatch dispatch, string providerName, OutgoingMail? mail, Instant now, CancellationToken cancellationToken) => UpdateAsync(
        dispatch,
        (db, row) =>
        {
            (row.SentAt, row.LastError) = (now, null);
            if (mail is not null)
            {
                db.Add(mail);
            }

            History(db, row, "sent", providerName, now);
        },
        cancellationToken);

    public Task RetryAtAsync(ProviderDispatch dispatch, Instant at, string error, CancellationToken cancellationToken) =>
        UpdateAsync(dispatch, (_, row) => (row.NextAttemptAt, row.LastError) = (at, error), cancellationToken);

    /// <summary>Gives it up and tells staff; the case stays in the queue that keeps it.</summary>
    public Task MarkDeadAsync(ProviderDispatch dispatch, string providerName, string error, Instant now, CancellationToken cancellationToken) => UpdateAsync(
        dispatch,
        (db, row) =>
        {
            (row.DeadAt, row.LastError) = (now, error);
            History(db, row, "failed", $"{providerName}: {error}", now);
            db.Add(new StaffTask
            {
                Kind = StaffTaskKind.ProviderDispatch,
                CaseId = row.CaseId,
                Subject = string.Create(CultureInfo.InvariantCulture, $"Case {row.CaseId} did not reach {providerName}"),
                Detail = $"{error} The case waits in our own queue. Mend the provider's address, or take the case.",
                DedupeKey = row.MessageId,
                CreatedAt = now,
            });
        },
        cancellationToken);

    private Task<int> UpdateAsync(ProviderDispatch dispatch, Action<BillingDb, ProviderDispatch> change, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            change(db, await db.ProviderDispatches.AsTracking().SingleAsync(row => row.Id == dispatch.Id, token));
            return await db.SaveChangesAsync(token);
        },
        cancellationToken);

    private static void History(BillingDb db, ProviderDispatch row, string what, string words, Instant now)
    {
        db.Add(new CaseEvent { CaseId = row.CaseId, Kind = CaseEventKind.Provider, At = now, By = Bot, Text = $"{what}: {words}" });
        db.Add(new AuditEntry
        {
            At = now,
            Actor = Bot,
            Action = $"case.dispatch-{what}",
            Subject = string.Create(CultureInfo.InvariantCulture, $"case:{row.CaseId}"),
            Detail = row.ProviderId,
        });
    }

    private static IQueryable<ProviderDispatch> Waiting(BillingDb db) =>
        db.ProviderDispatches.Where(dispatch => dispatch.SentAt == null && dispatch.DeadAt == null);
}
