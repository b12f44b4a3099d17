using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Skills.Wording;
using NodaTime;

namespace BillingBot.Skills.Invoice;

/// <summary>What was paid and credited, and what came in that nobody has named an invoice for.</summary>
internal sealed class InvoicePaymentCards(InvoiceSentences sentences, BillingWords words, Phrases<InvoiceSkill> phrases)
{
    private const int Most = 10;

    public Card OfOne(Turn turn, InvoiceAccount account, IReadOnlyList<Payment> unallocated)
    {
        var language = turn.Language;
        var bookings = Bookings(account, language).ToList();
        var status = sentences.About(account, new InvoiceQuestion(), turn);
        return new Card(
            phrases.Format(language, "PaymentsTitle", account.Invoice.Number),
            bookings.Count == 0 ? string.Join(phrases[language, "SentenceSeparator"], phrases[language, "NoPayments"], status) : status,
            [
                new(phrases[language, "Amount"], words.Money(account.Total, language)),
                new(phrases[language, "PaidFact"], words.Money(account.Paid, language)),
                .. account.Credited.Minor == 0 ? [] : new[] { new CardFact(phrases[language, "CreditedFact"], words.Money(account.Credited, language)) },
                new(phrases[language, "Outstanding"], words.Money(account.Outstanding, language)),
            ],
            Unallocated(unallocated, account.Today, language))
        {
            Tone = BillingWords.Tone(account.Status),
            Table = Table(bookings, account.Today, language, about: ""),
        };
    }

    /// <param name="turn">The turn.</param>
    /// <param name="accounts">Whose payments; at least one invoice.</param>
    /// <param name="unallocated">Payments that wait for an invoice.</param>
    public Card OfAll(Turn turn, IReadOnlyList<InvoiceAccount> accounts, IReadOnlyList<Payment> unallocated)
    {
        var language = turn.Language;
        var bookings = accounts
            .SelectMany(account => Bookings(account, language).Select(booking => booking with { About = account.Invoice.Number }))
            .OrderByDescending(booking => booking.On).Take(Most).ToList();
        var today = accounts[0].Today;
        return new Card(
            phrases[language, "PaymentsTitleOfAll"],
            bookings is [var newest, ..]
                ? phrases.Format(language, "PaymentsOfAll", words.Date(newest.On, today, language))
                : phrases[language, "NoPaymentsOfAll"],
            [],
            Unallocated(unallocated, today, language))
        {
            Table = Table(bookings, today, language, phrases[language, "ColumnInvoice"]),
        };
    }

    private CardTable? Table(IReadOnlyList<Booking> bookings, LocalDate today, Language language, string about) => bookings.Count == 0 ? null : new CardTable(
        [phrases[language, "ColumnReference"], "", about, phrases[language, "ColumnBooked"]],
        [.. bookings.Select(booking => new CardRow(
            [booking.Reference, words.Date(booking.On, today, language), booking.About, words.Money(booking.Amount, language)]))]);

    private IEnumerable<Booking> Bookings(InvoiceAccount account, Language language)
    {
        var currency = account.Invoice.Currency;
        var payments = account.Invoice.Allocations
            .Where(allocation => allocation.Payment is not null)
            .Select(allocation => new Booking(
                allocation.Payment!.Reference, allocation.Payment.ReceivedOn, phrases[language, "KindPayment"], new Money(allocation.AmountMinor, currency)));
        var credits = account.Invoice.CreditNotes.Select(note => new Booking(
            note.Number,
            note.IssuedOn,
            note.Reason is { } reason ? phrases.Format(language, "KindCreditNoteFor", reason) : phrases[language, "KindCreditNote"],
            new Money(note.AmountMinor, currency)));
        return payments.Concat(credits).OrderByDescending(booking => booking.On);
    }

    private string? Unallocated(IReadOnlyList<Payment> payments, LocalDate today, Language language) => payments.Count == 0
        ? null
        : string.Join(phrases[language, "SentenceSeparator"], payments.Select(payment => phrases.Format(
            language,
            "Unallocated",
            words.Money(new Money(payment.AmountMinor - payment.Allocations.Sum(allocation => allocation.AmountMinor), payment.Currency), language),
            words.Date(payment.ReceivedOn, today, language),
            payment.Reference)));

    /// <param name="Reference">Of the payment, or number of the credit note.</param>
    /// <param name="About">Its kind, or the invoice it is for.</param>
    private sealed record Booking(string Reference, LocalDate On, string About, Money Amount);
}
