using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Invoice;

/// <summary>The card of one invoice: the answer, the figures, the next step and the timeline.</summary>
internal sealed class InvoiceCards(
    InvoiceSentences sentences, InvoiceTimeline timeline, BillingWords words, LookedForWords lookedFor, Phrases<InvoiceSkill> phrases)
{
    public Card Of(Turn turn, KnownPerson person, InvoiceAccount account, InvoiceFinding finding)
    {
        var language = turn.Language;
        var invoice = account.Invoice;

        // Whoever may not see amounts here gets the steps without them too.
        var reader = person with { IsBillingContact = turn.MaySeeAmounts };
        return new Card(
            phrases.Format(language, "Title", invoice.Number),
            sentences.About(account, finding.Question, turn),
            [
                .. Fact("Status", words.Status(account.Status, language)),
                .. IsOfOneMonth(account) ? [] : Fact("For", For(account, language)),
                .. Fact("Period", invoice is { PeriodStart: { } first, PeriodEnd: { } last } ? words.Period(first, last, account.Today, language) : null),
                .. turn.MaySeeAmounts ? Amounts(account, language) : [],
                .. Fact("Issued", invoice.IssuedOn is { } issued ? words.Date(issued, account.Today, language) : null),
                .. Fact("Due", invoice.DueOn is { } due ? words.Date(due, account.Today, language) : null),
                .. Fact("NextStep", timeline.NextStep(account, reader, language)),
            ],
            Note(turn, account, finding))
        {
            Tone = BillingWords.Tone(account.Status),
            Timeline = timeline.For(account, reader, language),
        };

        IEnumerable<CardFact> Fact(string key, string? value) => string.IsNullOrEmpty(value) ? [] : [new CardFact(phrases[language, key], value)];
    }

    /// <summary>The month that is billed, or where the period is no month, the product.</summary>
    public string For(InvoiceAccount account, Language language)
    {
        var invoice = account.Invoice;
        if (IsOfOneMonth(account))
        {
            return words.Period(invoice.PeriodStart!.Value, invoice.PeriodEnd!.Value, account.Today, language);
        }

        var products = invoice.Lines.Select(line => line.ProductName).Distinct(StringComparer.Ordinal).ToList();
        return products switch
        {
            [] => invoice is { PeriodStart: { } first, PeriodEnd: { } last } ? words.Period(first, last, account.Today, language) : "",
            [var product] => product,
            _ => phrases.Format(language, "AndMore", products[0], products.Count - 1),
        };
    }

    private static bool IsOfOneMonth(InvoiceAccount account) =>
        account.Invoice is { PeriodStart: { Day: 1 } start, PeriodEnd: { } end } && end == start.PlusMonths(1).PlusDays(-1);

    private IEnumerable<CardFact> Amounts(InvoiceAccount account, Language language)
    {
        yield return Of("Amount", account.Total);
        yield return Of("PaidFact", account.Paid);
        if (account.Credited.Minor != 0)
        {
            yield return Of("CreditedFact", account.Credited);
        }

        yield return Of("Outstanding", account.Outstanding);

        CardFact Of(string key, Money amount) => new(phrases[language, key], words.Money(amount, language));
    }

    private string? Note(Turn turn, InvoiceAccount account, InvoiceFinding finding)
    {
        var language = turn.Language;
        List<string> notes = [];
        if (finding is { Matches: { ByIssue: { Count: > 0 } others, Period: var (start, end) } })
        {
            notes.Add(phrases.Format(
                language,
                "MonthTaken",
                words.Period(start, end.PlusDays(-1), account.Today, language),
                string.Join(phrases[language, "ListSeparator"], others.Select(other => other.Invoice.Number))));
        }

        if (finding is { Matches.IsNearestAmount: true, Question.Amount: { } amount })
        {
            notes.Add(phrases.Format(language, "NearestAmount", lookedFor.Amount(amount, language)));
        }

        if (finding.Question.ClaimsPayment && account.IsUnpaid)
        {
            notes.Add(phrases[language, "PaymentOnItsWay"]);
        }

        if (NoAmounts(turn, finding) is { } withheld)
        {
            notes.Add(withheld);
        }

        return notes.Count > 0 ? string.Join(phrases[language, "SentenceSeparator"], notes) : null;
    }

    /// <summary>Says who sees amounts, to whoever does not; null for who does.</summary>
    public string? NoAmounts(Turn turn, InvoiceFinding finding) => turn switch
    {
        { MaySeeAmounts: true } => null,
        { Person.IsBillingContact: true } => phrases[turn.Language, "NoAmountsHere"],
        _ when finding.AmountLeftOut => phrases[turn.Language, "AmountLeftOut"],
        _ => phrases[turn.Language, "NoAmounts"],
    };
}
