using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Invoice;

/// <summary>The lines of an invoice, with how each amount came about as far as it was billed.</summary>
internal sealed class InvoiceLineCards(BillingWords words, Phrases<InvoiceSkill> phrases)
{
    /// <summary>More lines than anybody reads in a chat.</summary>
    private const int Most = 50;

    public Card Of(InvoiceAccount account, Language language)
    {
        var lines = account.Invoice.Lines;
        return new Card(
            phrases.Format(language, "LinesTitle", account.Invoice.Number),
            phrases.Format(language, "LinesSummary", words.Money(account.Total, language)),
            [
                new(phrases[language, "Net"], words.Money(account.Net, language)),
                new(phrases[language, "Tax"], words.Money(account.Tax, language)),
                new(phrases[language, "Total"], words.Money(account.Total, language)),
            ],
            lines.Count > Most ? phrases.Format(language, "LineCount", lines.Count, Most) : null)
        {
            Table = new CardTable(
                [phrases[language, "ColumnLine"], "", "", "", phrases[language, "ColumnNet"]],
                [.. lines.Take(Most).Select(line => new CardRow(
                [
                    Name(line, language),
                    phrases[language, $"Charge_{line.ChargeType}"],
                    phrases.Format(language, "QuantityTimesPrice", line.Quantity.ToString("#,##0.####", language.Culture), Price(line, account.Total.Decimals, language)),
                    line is { ChargeStart: { } first, ChargeEnd: { } last } ? words.Dates(first, last, account.Today, language) : "",
                    words.Money(new Money(line.NetMinor, account.Invoice.Currency), language),
                ]))]),
        };
    }

    private string Name(InvoiceLine line, Language language) => string.IsNullOrWhiteSpace(line.Description)
        ? phrases.Format(language, "LineName", line.LineNumber, line.ProductName)
        : phrases.Format(language, "LineNameAndDescription", line.LineNumber, line.ProductName, line.Description);

    /// <summary>Metered prices have more decimals than money, others as many.</summary>
    private static string Price(InvoiceLine line, int decimals, Language language) =>
        line.UnitPrice.ToString($"#,##0{(decimals > 0 ? "." : "")}{new string('0', decimals)}{(decimals > 0 ? "" : ".")}######", language.Culture);
}
