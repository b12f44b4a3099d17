using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Telemetry;

/// <summary>What waits at a moment: the same on every instance, because it is read from the database.</summary>
/// <param name="Turns">Messages of customers that wait for their turn.</param>
/// <param name="Replies">Replies that wait for their channel.</param>
/// <param name="OldestReply">How long the oldest of them has waited.</param>
/// <param name="GivenUp">Replies that were given up.</param>
/// <param name="Mails">E-mails to be sent.</param>
/// <param name="MailsGivenUp">E-mails that were given up.</param>
/// <param name="CasesWaiting">Cases that nobody has claimed.</param>
/// <param name="CasesUnclaimed">Those of them whose customer was told that it takes longer.</param>
/// <param name="CasesBreached">Open cases whose promised time is over.</param>
internal sealed record Backlog(int Turns, int Replies, Duration OldestReply, int GivenUp, int Mails, int MailsGivenUp, int CasesWaiting, int CasesUnclaimed, int CasesBreached)
{
    public static readonly Backlog None = new(0, 0, Duration.Zero, 0, 0, 0, 0, 0, 0);

    public static async Task<Backlog> ReadAsync(BillingDb db, Instant now, CancellationToken cancellationToken) =>
        new(
            await db.Messages.Waiting(MessageStatus.Accepted).CountAsync(cancellationToken),
            await db.Messages.Waiting(MessageStatus.Pending).CountAsync(cancellationToken),
            await OldestReplyAsync(db, now, cancellationToken),
            await db.Messages.Waiting(MessageStatus.Dead).CountAsync(cancellationToken),
            await db.Mails.CountAsync(mail => mail.SentAt == null && mail.DeadAt == null, cancellationToken),
            await db.StaffTasks.CountAsync(task => task.Kind == StaffTaskKind.MailFailed, cancellationToken),
            await db.Cases.CountAsync(known => known.Status == CaseStatus.Waiting, cancellationToken),
            await db.Cases.CountAsync(known => known.Status == CaseStatus.Waiting && known.CustomerRemindedAt != null, cancellationToken),
            await db.Cases.CountAsync(known => known.Status != CaseStatus.Resolved && known.SlaBreachedAt != null, cancellationToken));

    /// <summary>How long the oldest waiting reply has waited; zero when none waits.</summary>
    public static async Task<Duration> OldestReplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var oldest = await db.Messages.Waiting(MessageStatus.Pending)
            .MinAsync(message => (Instant?)message.At, cancellationToken);
        return oldest is { } since ? Duration.Max(Duration.Zero, now - since) : Duration.Zero;
    }
}
