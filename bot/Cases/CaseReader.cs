using System.Globalization;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>
/// Reads a case for staff; nobody has to own it. What is said and what happens is read by ascending number, so that a
/// console which lost its connection misses nothing.
/// </summary>
internal sealed class CaseReader(
    IDbContextFactory<BillingDb> factory, DbWriter writer, Receivables receivables, SlaClock sla, IClock clock)
{
    private const int MostLines = 500;
    private const int MostOthers = 50;

    /// <summary>Opens the page of a case: the look-up of a customer's data is written to the audit.</summary>
    public async Task<CaseReading> OpenAsync(StaffUser by, long id, CancellationToken cancellationToken)
    {
        var reading = await ReadAsync(by, id, cancellationToken);
        if (reading is CaseReading.Shown shown)
        {
            await writer.CommitAsync(
                (db, token) =>
                {
                    db.Add(new AuditEntry
                    {
                        At = clock.GetCurrentInstant(),
                        Actor = by.Actor,
                        Action = "case.read",
                        Subject = string.Create(CultureInfo.InvariantCulture, $"case:{id}"),
                        CustomerId = shown.View.Case.CustomerId,
                    });
                    return db.SaveChangesAsync(token);
                },
                cancellationToken);
        }

        return reading;
    }

    /// <summary>The same again for a page that is open already, after something changed.</summary>
    public async Task<CaseReading> ReadAsync(StaffUser by, long id, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return new CaseReading.Forbidden(StaffRole.Agent);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Cases.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } found)
        {
            return new CaseReading.NotFound();
        }

        var panel = await CustomerAsync(db, found, cancellationToken);
        var others = await db.Cases
            .Where(other => other.Id != id && (found.CustomerId == null ? other.ConversationId == found.ConversationId : other.CustomerId == found.CustomerId))
            .OrderByDescending(other => other.Id).Take(MostOthers).ToListAsync(cancellationToken);
        return new CaseReading.Shown(new CaseView(
            found,
            await db.Conversations.Where(known => known.Id == found.ConversationId).Select(known => known.Channel).SingleAsync(cancellationToken),
            sla.Position(found, panel?.Customer.SupportPlan, clock.GetCurrentInstant()),
            panel,
            others));
    }

    /// <summary>
    /// What was said in the case's conversation after a place in it, in order, at most 500 lines. The state of a line's
    /// delivery changes later: to follow it, read again from before the oldest line that is still pending.
    /// </summary>
    /// <returns>Empty where there is nothing more, or nothing for this member of staff.</returns>
    public async Task<IReadOnlyList<TranscriptEntry>> TranscriptAfterAsync(StaffUser by, long id, long sequence, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var lines = new List<TranscriptEntry>();
        for (var after = sequence; ;)
        {
            var messages = await MessagesOf(db, id).Where(message => message.Sequence > after)
                .OrderBy(message => message.Sequence).Take(MostLines).ToListAsync(cancellationToken);
            var mails = await MailsAsync(db, messages, cancellationToken);
            lines.AddRange(messages
                .Select(message => TranscriptLines.Of(message) is { } line ? line with { Mail = message.MailId is { } mail ? mails[mail] : null } : null)
                .OfType<TranscriptEntry>());
            if (lines.Count > 0 || messages.Count == 0)
            {
                return lines;
            }

            after = messages[^1].Sequence;
        }
    }

    /// <summary>What was said in the conversations that the case had before its customer took it up in another one, in order, until then.</summary>
    /// <returns>Of each at most the last 500 lines.</returns>
    public async Task<IReadOnlyList<TranscriptEntry>> EarlierAsync(StaffUser by, long id, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var present = await db.Cases.Where(known => known.Id == id).Select(known => known.ConversationId).SingleOrDefaultAsync(cancellationToken);
        var moves = await db.CaseEvents.Where(happened => happened.CaseId == id && happened.Kind == CaseEventKind.Moved)
            .OrderBy(happened => happened.Id).ToListAsync(cancellationToken);
        var lines = new List<TranscriptEntry>();
        foreach (var left in moves.GroupBy(move => move.Text, StringComparer.Ordinal))
        {
            if (!long.TryParse(left.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var conversation) || conversation == present)
            {
                continue;
            }

            var until = left.Last().At;
            var messages = await db.Messages.Where(message => message.ConversationId == conversation && message.At <= until)
                .OrderByDescending(message => message.Sequence).Take(MostLines).ToListAsync(cancellationToken);
            lines.AddRange(messages.OrderBy(message => message.Sequence).Select(TranscriptLines.Of).OfType<TranscriptEntry>()
                .Select(line => line with { EarlierIn = conversation }));
        }

        return lines;
    }

    /// <summary>The history of a case after an event, in order; the first call passes 0.</summary>
    public async Task<IReadOnlyList<CaseEvent>> EventsAfterAsync(StaffUser by, long id, long eventId, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.CaseEvents.Where(happened => happened.CaseId == id && happened.Id > eventId)
            .OrderBy(happened => happened.Id).Take(MostLines).ToListAsync(cancellationToken);
    }

    private static Task<Dictionary<long, MailState>> MailsAsync(BillingDb db, List<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(message => message.MailId).OfType<long>().ToList();
        return db.Mails.Where(mail => ids.Contains(mail.Id)).ToDictionaryAsync(
            mail => mail.Id,
            mail => mail switch
            {
                { SentAt: not null } => MailState.Sent,
                { DeadAt: not null } => MailState.Failed,
                _ => MailState.Pending,
            },
            cancellationToken);
    }

    private static IQueryable<Message> MessagesOf(BillingDb db, long id) => db.Messages
        .Where(message => db.Cases.Any(known => known.Id == id && known.ConversationId == message.ConversationId));

    private async Task<CustomerPanel?> CustomerAsync(BillingDb db, Case found, CancellationToken cancellationToken)
    {
        if (found.CustomerId is not { } customerId
            || await db.Customers.SingleOrDefaultAsync(known => known.Id == customerId, cancellationToken) is not { } customer)
        {
            return null;
        }

        var today = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[customer.TimeZone]).Date;
        return new CustomerPanel(
            customer,
            await db.People.SingleOrDefaultAsync(person => person.Id == found.PersonId && person.CustomerId == customerId, cancellationToken),
            await receivables.AllAsync(customerId, today, cancellationToken),
            await receivables.SubscriptionsAsync(customerId, cancellationToken));
    }
}
