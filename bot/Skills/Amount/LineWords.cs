using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Amount;

/// <summary>In Markdown: writes out how the amount of a line was reckoned, or says that it does not follow from the line.</summary>
internal sealed class LineWords(BillingWords words, Phrases<LineWords> phrases)
{
    public string Say(InvoiceLine line, InvoiceAccount account, Language language)
    {
        var currency = account.Invoice.Currency;
        var billed = words.Money(new Money(line.NetMinor, currency), language);
        var (price, count) = (words.Price(line.UnitPrice, currency, language), LineExplanation.Quantity(line));
        var number = ContributionWords.Number(count, language);
        var quantity = line.ChargeType is ChargeType.Usage or ChargeType.Service or ChargeType.Adjustment
            ? number
            : phrases.Format(language, Math.Abs(count) == 1 ? "Seat" : "Seats", number);
        return phrases.Format(language, "Line", Name(line, account, language), LineExplanation.Of(line, currency) switch
        {
            LineExplanation.Whole => phrases.Format(language, "Whole", quantity, price, billed),
            LineExplanation.ByDay days => phrases.Format(language, "ByDay", quantity, price, days.Days, days.CycleDays, billed),
            LineExplanation.LegacyByDay(var days, var month, var steps) => phrases.Format(
                language, "Legacy", price, number, month, words.Money(steps.Day, language), days, words.Money(steps.Each, language), billed),
            LineExplanation.None none => phrases.Format(language, $"None_{none.Why}", billed),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        });
    }

    private string Name(InvoiceLine line, InvoiceAccount account, Language language) => line switch
    {
        { ChargeStart: { } first, ChargeEnd: { } last, ChargedDays: not null } =>
            phrases.Format(language, "NameWithDates", Markdown.Escape(line.ProductName), words.Dates(first, last, account.Today, language)),
        _ => Markdown.Escape(line.ProductName),
    };
}
