using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;
using NodaTime;

namespace BillingBot.Skills.Invoice;

/// <summary>Answers in one sentence what was asked of one invoice.</summary>
internal sealed class InvoiceSentences(BillingWords words, Phrases<InvoiceSkill> phrases)
{
    public string About(InvoiceAccount account, InvoiceQuestion question, Turn turn)
    {
        var language = turn.Language;
        var state = turn.MaySeeAmounts ? WithAmounts(account, question.Aspect, language) : Bare(account, language);
        return question switch
        {
            { Aspect: InvoiceAspect.IsPaid } => phrases.Format(language, account.IsUnpaid ? "No" : "Yes", state),
            { Aspect: InvoiceAspect.AnyUnpaid } => phrases.Format(language, account.IsUnpaid ? "Yes" : "No", state),
            { State: { } asked, ClaimsPayment: false } when question.Numbers.Count > 0 || question.PointsBack =>
                phrases.Format(language, account.Has(asked) ? "Yes" : "No", state),
            _ => state,
        };
    }

    /// <summary>"5 days".</summary>
    public string Days(int count, Language language) => count == 1 ? phrases[language, "Day"] : phrases.Format(language, "Days", count);

    private string WithAmounts(InvoiceAccount account, InvoiceAspect? aspect, Language language)
    {
        var (outstanding, total) = (words.Money(account.Outstanding, language), words.Money(account.Total, language));
        var due = account.Invoice.DueOn is { } date ? words.Date(date, account.Today, language) : null;
        return (aspect, account.Status, due) switch
        {
            (InvoiceAspect.HowMuch, _, _) when !account.IsUnpaid => phrases.Format(language, "HowMuchSettled", total),
            (InvoiceAspect.HowMuch, _, _) when account.Outstanding == account.Total => phrases.Format(language, "HowMuchOpen", total),
            (InvoiceAspect.HowMuch, _, _) => phrases.Format(language, "HowMuch", total, outstanding),
            (InvoiceAspect.WhenDue, InvoiceStatus.Open or InvoiceStatus.PartlyPaid, not null) => phrases.Format(language, "WhenDue", due, outstanding),
            (_, InvoiceStatus.PartlyPaid, not null) => phrases.Format(language, "PartlyPaid", outstanding, total, due),
            (_, InvoiceStatus.PartlyPaid, null) => phrases.Format(language, "PartlyPaidWithoutDate", outstanding, total),
            (_, InvoiceStatus.Overdue, not null) => phrases.Format(language, "Overdue", outstanding, due, Late(account, language)),
            (_, InvoiceStatus.Disputed, _) => phrases.Format(language, "Disputed", outstanding),
            (_, InvoiceStatus.Paid or InvoiceStatus.Credited, _) => Settled(account, language),
            (_, _, not null) => phrases.Format(language, "Open", outstanding, due),
            _ => phrases.Format(language, "OpenWithoutDate", outstanding),
        };
    }

    private string Bare(InvoiceAccount account, Language language)
    {
        var due = account.Invoice.DueOn is { } date ? words.Date(date, account.Today, language) : null;
        return (account.Status, due) switch
        {
            (InvoiceStatus.Paid or InvoiceStatus.Credited, _) => Settled(account, language),
            (InvoiceStatus.Disputed, _) => phrases[language, "Bare_Disputed"],
            (InvoiceStatus.Overdue, not null) => phrases.Format(language, "Bare_Overdue", due, Late(account, language)),
            (InvoiceStatus.PartlyPaid, not null) => phrases.Format(language, "Bare_PartlyPaid", due),
            (InvoiceStatus.PartlyPaid, null) => phrases[language, "Bare_PartlyPaidWithoutDate"],
            (_, not null) => phrases.Format(language, "Bare_Open", due),
            _ => phrases[language, "Bare_OpenWithoutDate"],
        };
    }

    private string Settled(InvoiceAccount account, Language language)
    {
        if (account.Status is InvoiceStatus.Credited)
        {
            return phrases[language, "Credited"];
        }

        var last = account.Invoice.Allocations.Select(allocation => allocation.Payment?.ReceivedOn).Max();
        return last is { } day
            ? phrases.Format(language, "Paid", words.Date(day, account.Today, language))
            : phrases[language, "PaidWithoutDate"];
    }

    private string Late(InvoiceAccount account, Language language) =>
        Days(Period.DaysBetween(account.Invoice.DueOn!.Value, account.Today), language);
}
