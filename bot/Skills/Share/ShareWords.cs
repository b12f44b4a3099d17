using BillingBot.Conversation;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Support;
using NodaTime;
using Contact = BillingBot.Knowledge.Billing.Person;

namespace BillingBot.Skills.Share;

/// <summary>What a billing contact reads, in their own language.</summary>
internal sealed class ShareWords(PublishedOffer offer, Phrases<ShareWords> phrases)
{
    public OutgoingMail Mail(Contact contact, string asker, string? number, Instant now)
    {
        var language = LanguageOf(contact);
        return new OutgoingMail
        {
            To = contact.Email,
            Subject = phrases.Format(language, "Subject", asker),
            Body = phrases.Format(language, "Body", contact.Name, Asks(language, asker, number), offer.Partner).TrimEnd(),
            Language = language.Code,
            CreatedAt = now,
        };
    }

    public ReplyMessage Message(Contact contact, string asker, string? number)
    {
        var language = LanguageOf(contact);
        return new ReplyMessage
        {
            Text = phrases.Format(language, "Message", Asks(language, Markdown.EscapeAndUnlink(asker), number)),
            Language = language.Code,
        };
    }

    private string Asks(Language language, string asker, string? number) => number is null
        ? phrases.Format(language, "AsksForInvoices", asker)
        : phrases.Format(language, "AsksForInvoice", asker, number);

    private static Language LanguageOf(Contact contact) => Language.FromLocale(contact.Language) ?? Language.English;
}
