using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Offer;
using BillingBot.Skills.Wording;
using NodaTime;

namespace BillingBot.Suspensions;

/// <summary>What a billing contact is told about a suspension or reactivation, in one language: as a card, and as a letter.</summary>
internal sealed class SuspensionNotice(
    Phrases<SuspensionNotice> phrases, Phrases<OfferWords> offerPhrases, BillingWords billing, PublishedOffer offer)
{
    /// <summary>Legacy: data is deleted this many days after the suspension, at the earliest.</summary>
    private const int DaysToDeletion = 90;

    /// <param name="kind">What happened.</param>
    /// <param name="subscription">To which subscription, with its customer.</param>
    /// <param name="invoices">What is unpaid and was the ground.</param>
    /// <param name="today">The customer's calendar day.</param>
    /// <param name="language">The reader's.</param>
    public Card Card(
        SuspensionKind kind, Subscription subscription, IReadOnlyList<InvoiceAccount> invoices, LocalDate today, Language language)
    {
        var facts = kind is SuspensionKind.Suspend
            ? Suspended(subscription, invoices, today, language)
            : Reactivated(subscription, invoices, today, language);
        return new Card(
            phrases.Format(language, $"{kind}Title", subscription.ProductName),
            phrases.Format(language, $"{kind}Summary", subscription.Customer!.Name),
            [Fact(language, "Product", Product(subscription, language)), .. facts, Fact(language, "Questions", Contacts(subscription, language))])
        {
            Tone = kind is SuspensionKind.Suspend ? CardTone.Attention : CardTone.Good,
        };
    }

    /// <summary>The card as plain text, addressed to a person.</summary>
    public string Letter(Card card, Person to, Language language) => string.Join(
        "\n\n",
        [
            phrases.Format(language, "Dear", to.Name),
            $"{card.Title}{phrases[language, "SentenceGap"]}{card.Summary}",
            .. card.Facts.Select(fact => phrases.Format(language, "LetterFact", fact.Label, fact.Value)),
            offer.Partner.Length > 0 ? phrases.Format(language, "Closing", offer.Partner) : phrases[language, "ClosingWithoutName"],
        ]);

    public Choice TalkToPerson(Language language) => new OfferWords(offerPhrases, language).TalkToPerson;

    private IEnumerable<CardFact> Suspended(
        Subscription subscription, IReadOnlyList<InvoiceAccount> invoices, LocalDate today, Language language)
    {
        yield return Fact(language, "Why", Invoices(invoices, today, language));
        yield return Fact(language, "Users", phrases[language, subscription.Era is PlatformEra.Legacy ? "UsersAndAddOns" : "UsersLose"]);
        yield return Fact(language, "Administrators", phrases[language, "AdministratorsReach"]);
        yield return Fact(language, "Charges", phrases[language, $"Charges_{subscription.Era}"]);
        if (subscription.Era is PlatformEra.NewCommerce)
        {
            yield return Fact(language, "Changes", phrases[language, "ChangesDropped"]);
        }

        if (Limit(subscription, today, language) is { } limit)
        {
            yield return Fact(language, "Limit", limit);
        }

        yield return Fact(language, "Back", phrases[language, "BackHow"]);
    }

    private IEnumerable<CardFact> Reactivated(
        Subscription subscription, IReadOnlyList<InvoiceAccount> invoices, LocalDate today, Language language)
    {
        yield return Fact(language, "Users", phrases[language, "UsersBack"]);
        if (subscription.Era is PlatformEra.NewCommerce)
        {
            yield return Fact(language, "Changes", phrases[language, "ChangesAgain"]);
        }

        if (invoices.Count > 0)
        {
            yield return Fact(language, "StillUnpaid", Invoices(invoices, today, language));
        }
    }

    private string? Limit(Subscription subscription, LocalDate today, Language language) => subscription switch
    {
        { Era: PlatformEra.Legacy } => phrases.Format(
            language, "LimitLegacy", DaysToDeletion, billing.Date(today.PlusDays(DaysToDeletion), today, language)),
        { Era: PlatformEra.NewCommerce, RenewsOn: { } end } when end > today => phrases.Format(
            language, "LimitNew", billing.Date(end, today, language)),
        _ => null,
    };

    private string Invoices(IReadOnlyList<InvoiceAccount> invoices, LocalDate today, Language language) => string.Join('\n', invoices.Select(
        account => phrases.Format(
            language,
            "Invoice",
            account.Invoice.Number,
            billing.Money(account.Outstanding, language),
            billing.Date(account.Invoice.DueOn ?? today, today, language))));

    private string Product(Subscription subscription, Language language) => subscription.Seats > 0
        ? phrases.Format(language, "ProductAndSeats", subscription.ProductName, subscription.Seats)
        : subscription.ProductName;

    private string Contacts(Subscription subscription, Language language)
    {
        var words = new OfferWords(offerPhrases, language);
        var plan = offer.Plan(subscription.Customer!.SupportPlan) ?? offer.Plans.FirstOrDefault(known => known.IsIncluded);
        return plan is { Contacts: { Count: > 0 } contacts }
            ? phrases.Format(language, "AskHere", words.List(contacts.Select(words.Contact)))
            : phrases[language, "AskInChat"];
    }

    private CardFact Fact(Language language, string label, string value) => new(phrases[language, $"{label}Label"], value);
}
