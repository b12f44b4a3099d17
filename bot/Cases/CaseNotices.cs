using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Mail;
using BillingBot.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>
/// Mails staff the new cases that no open console has shown. Staff count as told when the mail server has taken the mail,
/// not when it was written: a developer's mailbox page tells nobody.
/// </summary>
internal sealed class CaseNotices(
    DbWriter writer, IDbContextFactory<BillingDb> factory, StaffMail letters, RoutingWords routing, MailWay way, MailSignal mail, IClock clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!way.IsThere)
        {
            return;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var untold = await db.Cases.Where(known => known.Status == CaseStatus.Waiting && known.ToldAt == null)
            .Select(known => new { known.Id, known.Queue, known.NoticeMailId }).ToListAsync(cancellationToken);
        if (untold.Exists(known => known.NoticeMailId is not null))
        {
            await writer.CommitAsync(NoteToldAsync, cancellationToken);
        }

        var addresses = await db.SupportQueues.Where(queue => queue.NotificationMail != null)
            .ToDictionaryAsync(queue => queue.Id, queue => queue.NotificationMail!, StringComparer.OrdinalIgnoreCase, cancellationToken);
        foreach (var together in untold.Where(known => known.NoticeMailId is null).GroupBy(
            known => addresses.GetValueOrDefault(known.Queue) ?? letters.Of(known.Queue), known => known.Id, StringComparer.OrdinalIgnoreCase))
        {
            if (together.Key is { } address)
            {
                await writer.CommitAsync((db, token) => WriteAsync(db, address, [.. together], token), cancellationToken);
                mail.Raise();
            }
        }
    }

    private async Task<int> WriteAsync(BillingDb db, string address, List<long> ids, CancellationToken cancellationToken)
    {
        var cases = await db.Cases.AsTracking()
            .Where(known => ids.Contains(known.Id) && known.Status == CaseStatus.Waiting && known.ToldAt == null && known.NoticeMailId == null)
            .OrderBy(known => known.Id).ToListAsync(cancellationToken);
        if (cases.Count == 0)
        {
            return 0;
        }

        var lines = string.Join('\n', cases.Select(known => letters.Words("CaseLine", known.Id, known.Queue, routing.Of(known.Urgency, letters.Language))));
        var letter = letters.Letter(address, "NewCases", clock.GetCurrentInstant(), cases.Count, lines);
        db.Add(letter);
        await db.SaveChangesAsync(cancellationToken);
        cases.ForEach(known => (known.NoticeMailId, known.Version) = (letter.Id, known.Version + 1));
        return await db.SaveChangesAsync(cancellationToken);
    }

    private static Task<int> NoteToldAsync(BillingDb db, CancellationToken cancellationToken) => db.Cases
        .Where(known => known.Status == CaseStatus.Waiting && known.ToldAt == null
            && db.Mails.Any(letter => letter.Id == known.NoticeMailId && letter.SentAt != null && !letter.IsInMailbox))
        .ExecuteUpdateAsync(
            row => row.SetProperty(known => known.ToldAt, known => db.Mails.Where(letter => letter.Id == known.NoticeMailId).Select(letter => letter.SentAt).First()),
            cancellationToken);
}
