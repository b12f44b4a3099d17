using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Collections;
using NodaTime;

namespace BillingBot.Reminders;

/// <summary>A reminder in the recipient's language, in chat and by e-mail; each says how to stop them.</summary>
internal sealed class ReminderMessages(
    InvoiceTimeline timeline, CollectionsButtons buttons, PublishedOffer offer, Phrases<ReminderMessages> phrases)
{
    /// <summary>After this an unsent reminder is out of date.</summary>
    private static readonly Duration Fresh = Duration.FromDays(2);

    public ReplyMessage Chat(Person person, InvoiceAccount account)
    {
        var language = LanguageOf(person);
        return new()
        {
            Text = phrases.Format(language, "Chat", Markdown.Escape(account.Invoice.Number), Markdown.Escape(NextStep(person, account, language))),
            Choices =
            [
                buttons.Promise(account.Invoice.Number, language),
                buttons.Dispute(account.Invoice.Number, language),
                buttons.StopReminding(language),
            ],
            Language = language.Code,
        };
    }

    public OutgoingMail Mail(Person person, InvoiceAccount account, Instant now)
    {
        var language = LanguageOf(person);
        return new()
        {
            To = person.Email,
            Subject = phrases.Format(language, "Subject", account.Invoice.Number),
            Body = phrases.Format(language, "Body", person.Name, account.Invoice.Number, NextStep(person, account, language), offer.Partner),
            Language = language.Code,
            CreatedAt = now,
            ExpiresAt = now + Fresh,
        };
    }

    /// <summary>A recipient is a billing contact and is written to alone.</summary>
    private string NextStep(Person person, InvoiceAccount account, Language language) =>
        timeline.NextStep(account, PersonRecogniser.Known(person)!, language) ?? "";

    private static Language LanguageOf(Person person) => Language.FromLocale(person.Language) ?? Language.English;
}
