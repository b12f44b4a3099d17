using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Invoice;

/// <summary>The card of several invoices: the answer, the sums, and a row to press for each.</summary>
internal sealed class InvoiceListCards(InvoiceCards cards, BillingWords words, LookedForWords lookedFor, Phrases<InvoiceSkill> phrases)
{
    public const int Most = 10;

    public Card Of(Turn turn, IReadOnlyList<InvoiceAccount> accounts, InvoiceFinding finding)
    {
        var language = turn.Language;
        var totals = InvoiceTotals.Of(accounts);
        var areUnpaid = totals.Unpaid.Count == accounts.Count;
        return new Card(
            lookedFor.Of(finding.Question, finding.Matches.Period, accounts[0].Today, language, many: true),
            Summary(turn, accounts.Count, totals, finding.Question),
            [.. turn.MaySeeAmounts ? Sums(totals, language) : [], .. Next(totals, language)],
            Note(turn, accounts.Count, finding))
        {
            Tone = totals switch { { Overdue.Count: > 0 } => CardTone.Attention, { Unpaid.Count: > 0 } => CardTone.Neutral, _ => CardTone.Good },
            Table = new CardTable(
                [
                    phrases[language, "ColumnInvoice"],
                    .. turn.MaySeeAmounts ? new[] { "", phrases[language, "ColumnDue"], "" } : ["", phrases[language, "ColumnDue"]],
                    turn.MaySeeAmounts ? phrases[language, areUnpaid ? "ColumnOutstanding" : "ColumnAmount"] : phrases[language, "Status"],
                ],
                [.. accounts.Take(Most).Select(account => Row(turn, account, areUnpaid))]),
        };
    }

    private CardRow Row(Turn turn, InvoiceAccount account, bool areUnpaid)
    {
        var number = account.Invoice.Number;
        var (status, about) = (words.Status(account.Status, turn.Language), cards.For(account, turn.Language));
        var due = account.Invoice.DueOn is { } date ? words.Date(date, account.Today, turn.Language) : "";
        return new CardRow(
            turn.MaySeeAmounts
                ? [number, status, due, about, words.Money(areUnpaid ? account.Outstanding : account.Total, turn.Language)]
                : [number, about, due, status],
            new Choice(phrases.Format(turn.Language, "StatusButton", number)));
    }

    private string Summary(Turn turn, int count, InvoiceTotals totals, InvoiceQuestion question)
    {
        var language = turn.Language;
        var unpaid = Unpaid(totals, language);
        return question.Aspect switch
        {
            InvoiceAspect.Owed when turn.MaySeeAmounts => Owed(totals, language),
            InvoiceAspect.AnyUnpaid => phrases.Format(language, totals.Unpaid.Count > 0 ? "Yes" : "No", unpaid),
            InvoiceAspect.IsPaid => phrases.Format(language, totals.Unpaid.Count > 0 ? "No" : "Yes", unpaid),
            InvoiceAspect.WhenDue when totals.NextDue is { Invoice.DueOn: { } due } next => string.Join(
                phrases[language, "SentenceSeparator"],
                new[] { phrases.Format(language, "NextDue", words.Date(due, next.Today, language), next.Invoice.Number) }
                    .Concat(totals.Overdue.Count > 0 ? [phrases.Format(language, "OverdueToo", Are(totals.Overdue.Count, language))] : [])),
            _ when totals.Unpaid.Count == 0 => phrases.Format(language, "ListOfPaid", Count(count, language)),
            _ when totals.Unpaid.Count == count => unpaid,
            _ => phrases.Format(language, "ListOfAll", Count(count, language), Of(totals.Unpaid.Count, "OneIs", "ManyAre", language)),
        };
    }

    /// <summary>"3 invoices are unpaid, 1 is overdue."</summary>
    public string Unpaid(InvoiceTotals totals, Language language) => totals switch
    {
        { Unpaid.Count: 0 } => phrases[language, "NothingUnpaid"],
        { Overdue.Count: 0 } => phrases.Format(language, "Unpaid", Are(totals.Unpaid.Count, language)),
        _ => phrases.Format(
            language, "UnpaidAndOverdue", Are(totals.Unpaid.Count, language), Of(totals.Overdue.Count, "OneIs", "ManyAre", language)),
    };

    private string Owed(InvoiceTotals totals, Language language) => totals switch
    {
        { Unpaid.Count: 0 } => phrases[language, "NothingUnpaid"],
        { Overdue.Count: 0 } => phrases.Format(language, "Owed", Sum(totals.Unpaid, language)),
        _ => phrases.Format(language, "OwedAndOverdue", Sum(totals.Unpaid, language), Sum(totals.Overdue, language)),
    };

    private IEnumerable<CardFact> Sums(InvoiceTotals totals, Language language)
    {
        if (totals.Unpaid.Count > 0)
        {
            yield return new(phrases[language, "SumOutstanding"], Sum(totals.Unpaid, language));
        }

        if (totals.Overdue.Count > 0)
        {
            yield return new(phrases[language, "SumOverdue"], Sum(totals.Overdue, language));
        }
    }

    private IEnumerable<CardFact> Next(InvoiceTotals totals, Language language) => totals.NextDue is { Invoice.DueOn: { } due } next
        ? [new(phrases[language, "NextDueFact"], phrases.Format(language, "DateAndNumber", words.Date(due, next.Today, language), next.Invoice.Number))]
        : [];

    private string? Note(Turn turn, int count, InvoiceFinding finding)
    {
        var notes = new[]
        {
            count > Most ? phrases.Format(turn.Language, "MoreInvoices", count - Most) : null,
            finding is { Matches.IsNearestAmount: true, Question.Amount: { } amount }
                ? phrases.Format(turn.Language, "NearestAmount", lookedFor.Amount(amount, turn.Language))
                : null,
            cards.NoAmounts(turn, finding),
        }.OfType<string>().ToList();
        return notes.Count > 0 ? string.Join(phrases[turn.Language, "SentenceSeparator"], notes) : null;
    }

    private string Sum(IEnumerable<InvoiceAccount> accounts, Language language) => string.Join(
        phrases[language, "ListSeparator"], InvoiceTotals.Outstanding(accounts).Select(sum => words.Money(sum, language)));

    private string Are(int count, Language language) => Of(count, "OneInvoiceIs", "ManyInvoicesAre", language);

    private string Count(int count, Language language) => Of(count, "One", "Many", language);

    private string Of(int count, string one, string many, Language language) =>
        count == 1 ? phrases[language, one] : phrases.Format(language, many, count);
}
