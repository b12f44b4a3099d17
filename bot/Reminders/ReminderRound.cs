using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Storage;
using BillingBot.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Reminders;

/// <summary>
/// Reminds everybody who wants it of what has come up since. That a reminder was sent, its e-mail and its chat message are
/// one commit: a crash neither doubles nor loses it.
/// </summary>
internal sealed partial class ReminderRound(
    IDbContextFactory<BillingDb> factory,
    DbWriter writer,
    CollectionsPolicy policy,
    ReminderTimes times,
    ReminderMessages messages,
    Announcements announcements,
    MailSignal mail,
    IOptions<ReminderOptions> options,
    IClock clock,
    ILogger<ReminderRound> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        foreach (var recipient in await RecipientsAsync(cancellationToken))
        {
            try
            {
                await RemindAsync(recipient, now, cancellationToken);
            }
#pragma warning disable CA1031 // One customer's bad data must not keep the others from being reminded.
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailure(failure, recipient.Person.Id);
            }
        }
    }

    private async Task<List<Recipient>> RecipientsAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.ReminderPreferences.Where(preference => preference.Wants == true)
            .Join(
                db.People.Include(person => person.Customer).Where(person => person.IsBillingContact),
                preference => preference.PersonId,
                person => person.Id,
                (preference, person) => new Recipient(person, preference.Since))
            .ToListAsync(cancellationToken);
    }

    private async Task RemindAsync(Recipient recipient, Instant now, CancellationToken cancellationToken)
    {
        if (!times.Allow(recipient.Customer, now))
        {
            return;
        }

        foreach (var invoiceId in await DueAsync(recipient, now, cancellationToken))
        {
            var recorded = await writer.CommitAsync((db, token) => RecordAsync(db, recipient, invoiceId, now, token), cancellationToken);
            mail.Raise();
            if (recorded is not null)
            {
                announcements.Deliver(recorded);
            }
        }
    }

    /// <summary>The invoices of which something is to be said that was not said yet.</summary>
    private async Task<List<long>> DueAsync(Recipient recipient, Instant now, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var today = recipient.Today(now);
        var horizon = today.PlusDays(options.Value.DaysBeforeDue);
        var unpaid = await Receivables.Whole(Receivables.WithSomethingOutstanding(db.Invoices))
            .Where(invoice => invoice.CustomerId == recipient.Customer.Id && invoice.IssuedOn <= today && invoice.DueOn <= horizon)
            .OrderBy(invoice => invoice.DueOn)
            .ToListAsync(cancellationToken);
        var due = new List<long>();
        foreach (var invoice in unpaid)
        {
            if ((await PendingAsync(db, recipient, new InvoiceAccount(invoice, today), cancellationToken)).Count > 0)
            {
                due.Add(invoice.Id);
            }
        }

        return due;
    }

    private async Task<List<DueReminder>> PendingAsync(BillingDb db, Recipient recipient, InvoiceAccount account, CancellationToken cancellationToken)
    {
        var positions = CollectionsPosition.Of(account, policy, recipient.Customer.Group, recipient.Zone);
        var due = DueReminder.Of(account, positions, options.Value.DaysBeforeDue)
            .Where(reminder => reminder.On > recipient.AskedOn).ToList();
        if (due.Count == 0)
        {
            return due;
        }

        var sent = await db.SentReminders.Where(sent => sent.InvoiceId == account.Invoice.Id && sent.PersonId == recipient.Person.Id)
            .Select(sent => sent.Stage).ToListAsync(cancellationToken);
        return due.FindAll(reminder => !sent.Contains(reminder.Stage, StringComparer.Ordinal));
    }

    /// <summary>Looks again, in the transaction: meanwhile it may have been paid, or no more be wanted.</summary>
    /// <returns>The conversation to wake; null where nothing was said in a chat.</returns>
    private async Task<Knowledge.Conversations.Conversation?> RecordAsync(
        BillingDb db, Recipient recipient, long invoiceId, Instant now, CancellationToken cancellationToken)
    {
        var today = recipient.Today(now);
        var invoice = await Receivables.Whole(db.Invoices).SingleAsync(
            invoice => invoice.Id == invoiceId && invoice.CustomerId == recipient.Customer.Id, cancellationToken);
        var account = new InvoiceAccount(invoice, today);
        var isWanted = await db.ReminderPreferences.AnyAsync(
            preference => preference.PersonId == recipient.Person.Id && preference.Wants == true, cancellationToken);
        var pending = isWanted ? await PendingAsync(db, recipient, account, cancellationToken) : [];
        if (pending.Count == 0)
        {
            return null;
        }

        db.AddRange(pending.Select(reminder => new SentReminder
        {
            InvoiceId = invoiceId,
            PersonId = recipient.Person.Id,
            Stage = reminder.Stage,
            On = today,
        }));
        db.Add(messages.Mail(recipient.Person, account, now));
        var recorded = await announcements.RecordAsync(db, recipient.Person.Id, messages.Chat(recipient.Person, account), now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return recorded;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Person {Person} could not be reminded; the next round tries again")]
    private partial void LogFailure(Exception failure, string person);
}
