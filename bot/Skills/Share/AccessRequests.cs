using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Contact = BillingBot.Knowledge.Billing.Person;

namespace BillingBot.Skills.Share;

/// <summary>
/// Records a request to share: a task for staff, a mail to each billing contact and, if the bot has met them, a message. It
/// commits before the turn that asks, because the answer depends on what was counted in the same transaction.
/// </summary>
internal sealed class AccessRequests(DbWriter writer, Announcements announcements, ShareWords words, MailWay way, MailSignal mail)
{
    private const int ADay = 5;

    /// <param name="person">Who asks.</param>
    /// <param name="number">The invoice as it is booked; null for invoices in general.</param>
    /// <param name="now">The turn's time.</param>
    /// <param name="cancellationToken">The turn's.</param>
    public async Task<AccessRequest> AskAsync(KnownPerson person, string? number, Instant now, CancellationToken cancellationToken)
    {
        List<Knowledge.Conversations.Conversation> announced = [];
        var request = await writer.CommitAsync(
            (db, token) =>
            {
                announced.Clear();
                return AskAsync(db, person, number, now, announced, token);
            },
            cancellationToken);
        announced.ForEach(announcements.Deliver);
        mail.Raise();
        return request;
    }

    private async Task<AccessRequest> AskAsync(
        BillingDb db, KnownPerson person, string? number, Instant now, List<Knowledge.Conversations.Conversation> announced, CancellationToken cancellationToken)
    {
        var (mine, today) = ($"{person.Id}:", $":{LocalDatePattern.Iso.Format(person.Today(now))}");
        var key = $"{mine}{(number is null ? "" : InvoiceNumbers.Key(number))}{today}";
        var askedToday = await db.StaffTasks
            .Where(task => task.Kind == StaffTaskKind.AccessRequest && task.DedupeKey!.StartsWith(mine) && task.DedupeKey.EndsWith(today))
            .Select(task => task.DedupeKey).ToListAsync(cancellationToken);
        if (askedToday.Contains(key, StringComparer.Ordinal))
        {
            return new AccessRequest.AskedBefore();
        }

        if (askedToday.Count >= ADay)
        {
            return new AccessRequest.TooMany();
        }

        // Without a way for mail only staff are told, and that is what is said.
        var contacts = await db.People
            .Where(contact => contact.CustomerId == person.CustomerId && contact.IsBillingContact && way.IsThere)
            .OrderBy(contact => contact.Id).ToListAsync(cancellationToken);
        db.Add(new StaffTask
        {
            Kind = StaffTaskKind.AccessRequest,
            CustomerId = person.CustomerId,
            Subject = $"{person.Name} ({person.Id}) asks to be shown {number ?? "invoices"}",
            Detail = contacts.Count == 0 ? "No billing contact could be told." : null,
            DedupeKey = key,
            CreatedAt = now,
        });
        foreach (var contact in contacts)
        {
            await TellAsync(db, contact, person, number, now, announced, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new AccessRequest.Asked([.. contacts.Select(contact => contact.Name)]);
    }

    private async Task TellAsync(
        BillingDb db, Contact contact, KnownPerson person, string? number, Instant now, List<Knowledge.Conversations.Conversation> announced,
        CancellationToken cancellationToken)
    {
        db.Add(words.Mail(contact, person.Name, number, now));
        if (await announcements.RecordAsync(db, contact.Id, words.Message(contact, person.Name, number), now, cancellationToken) is { } met)
        {
            announced.Add(met);
        }
    }
}
