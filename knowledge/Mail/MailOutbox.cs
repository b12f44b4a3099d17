using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Mail;

/// <summary>Finds mail that is due, and records what became of it. A code is not kept longer than it is needed.</summary>
public sealed class MailOutbox(IDbContextFactory<BillingDb> factory, DbWriter writer)
{
    /// <summary>The oldest mail that is due; null when there is none.</summary>
    /// <param name="now">The present.</param>
    /// <param name="longest">See <see cref="DueTimes"/>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<OutgoingMail?> NextAsync(Instant now, Duration longest, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Waiting(db).Due(now, longest).OrderBy(mail => mail.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>When the next mail is due; null when none waits.</summary>
    public async Task<Instant?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Waiting(db).MinAsync(mail => mail.NextAttemptAt, cancellationToken);
    }

    /// <summary>Takes the mail for one attempt; when nothing is heard of that until then, it is due again.</summary>
    /// <returns>False when another instance took it.</returns>
    public async Task<bool> TakeAsync(OutgoingMail mail, Instant until, CancellationToken cancellationToken) =>
        await writer.CommitAsync(
            (db, token) => Waiting(db).Where(row => row.Id == mail.Id && row.Attempts == mail.Attempts)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(known => known.Attempts, known => known.Attempts + 1)
                        .SetProperty(known => known.NextAttemptAt, (Instant?)until),
                    token),
            cancellationToken) == 1;

    public Task MarkSentAsync(OutgoingMail mail, bool isInMailbox, Instant now, CancellationToken cancellationToken) => UpdateAsync(
        mail.Id,
        row =>
        {
            (row.SentAt, row.IsInMailbox, row.LastError) = (now, isInMailbox, null);
            row.Body = row.IsSecret && !isInMailbox ? "" : row.Body;
        },
        cancellationToken);

    public Task RetryAtAsync(OutgoingMail mail, Instant at, string error, CancellationToken cancellationToken) =>
        UpdateAsync(mail.Id, row => (row.NextAttemptAt, row.LastError) = (at, error), cancellationToken);

    /// <summary>Gives the mail up and tells staff, who get its subject and not its body.</summary>
    public Task MarkDeadAsync(OutgoingMail mail, string error, Instant now, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            var row = await db.Mails.AsTracking().SingleAsync(known => known.Id == mail.Id, token);
            (row.DeadAt, row.LastError, row.Body) = (now, error, row.IsSecret ? "" : row.Body);
            db.Add(new StaffTask
            {
                Kind = StaffTaskKind.MailFailed,
                Subject = $"An e-mail to {mail.To} was given up",
                Detail = $"{mail.Subject}: {error}",
                DedupeKey = FormattableString.Invariant($"{mail.Id}"),
                CreatedAt = now,
            });
            return await db.SaveChangesAsync(token);
        },
        cancellationToken);

    private Task<int> UpdateAsync(long id, Action<OutgoingMail> change, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            change(await db.Mails.AsTracking().SingleAsync(row => row.Id == id, token));
            return await db.SaveChangesAsync(token);
        },
        cancellationToken);

    private static IQueryable<OutgoingMail> Waiting(BillingDb db) =>
        db.Mails.Where(mail => mail.SentAt == null && mail.DeadAt == null);
}
