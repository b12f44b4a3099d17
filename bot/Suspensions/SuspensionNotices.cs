using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Suspensions;

/// <summary>Tells every billing contact of the customer, by e-mail and where the bot has met them alone, in the caller's transaction.</summary>
internal sealed class SuspensionNotices(SuspensionNotice notice, Announcements announcements)
{
    /// <returns>The conversations to deliver to, after the commit.</returns>
    public async Task<IReadOnlyList<Knowledge.Conversations.Conversation>> TellAsync(
        BillingDb db, SuspensionRequest request, Subscription subscription, Instant now, CancellationToken cancellationToken)
    {
        var contacts = await db.People
            .Where(person => person.CustomerId == request.CustomerId && person.IsBillingContact)
            .OrderBy(person => person.Id).ToListAsync(cancellationToken);
        if (contacts.Count == 0)
        {
            db.Add(NobodyToTell(request, subscription, now));
            return [];
        }

        var today = now.InZone(DateTimeZoneProviders.Tzdb[subscription.Customer!.TimeZone]).Date;
        var invoices = await UnpaidAsync(db, request, today, cancellationToken);
        var met = new List<Knowledge.Conversations.Conversation>();
        foreach (var contact in contacts)
        {
            var language = Language.FromLocale(contact.Language) ?? Language.English;
            var card = notice.Card(request.Kind, subscription, invoices, today, language);
            db.Add(new OutgoingMail
            {
                To = contact.Email,
                Subject = card.Title,
                Body = notice.Letter(card, contact, language),
                Language = language.Code,
                CreatedAt = now,
            });
            var message = new ReplyMessage { Card = card, Choices = [notice.TalkToPerson(language)], Language = language.Code };
            if (await announcements.RecordAsync(db, contact.Id, message, now, cancellationToken) is { } conversation)
            {
                met.Add(conversation);
            }
        }

        SuspensionJournal.Note(
            db, request, SuspensionJournal.Bot, "customer-told", string.Join(", ", contacts.Select(contact => contact.Id)), now);
        return met;
    }

    private static async Task<IReadOnlyList<InvoiceAccount>> UnpaidAsync(
        BillingDb db, SuspensionRequest request, LocalDate today, CancellationToken cancellationToken)
    {
        var invoices = await Receivables.Whole(db.Invoices)
            .Where(invoice => invoice.CustomerId == request.CustomerId && request.InvoiceNumbers.Contains(invoice.Number))
            .OrderBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Number)
            .ToListAsync(cancellationToken);
        return [.. invoices.Select(invoice => new InvoiceAccount(invoice, today)).Where(account => account.IsUnpaid)];
    }

    private static StaffTask NobodyToTell(SuspensionRequest request, Subscription subscription, Instant now) => new()
    {
        Kind = StaffTaskKind.Suspension,
        CustomerId = request.CustomerId,
        Subject = $"{request.Kind} of {subscription.ProductName} is done, and {request.CustomerId} has no billing contact to tell",
        Detail = "Tell somebody at the customer what was done and why, and import a billing contact.",
        DedupeKey = FormattableString.Invariant($"{request.Id}:nobody"),
        CreatedAt = now,
    };
}
