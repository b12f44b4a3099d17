using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.Wording;

/// <summary>Money, dates and states of invoices as every billing skill says them.</summary>
internal sealed class BillingWords(Phrases<BillingWords> phrases)
{
    /// <summary>"USD 1,200.00", "JPY 120,000"; in Japanese "120,000円".</summary>
    public string Money(Money money, Language language) =>
        Amount(money.Currency, money.Major.ToString($"N{money.Decimals}", language.Culture), language);

    /// <summary>The price of one, which may have more decimals than money: "USD 0.0196".</summary>
    public string Price(decimal price, string currency, Language language) => Amount(
        currency, price.ToString($"#,##0.{new string('0', new Money(0, currency).Decimals)}######", language.Culture), language);

    /// <summary>"Thu 3 Dec", with the year when it is another one.</summary>
    public string Date(LocalDate date, LocalDate today, Language language) => LocalDatePattern
        .Create(phrases[language, date.Year == today.Year ? "DatePattern" : "DateOfYearPattern"], language.Culture).Format(date);

    public string Dates(LocalDate first, LocalDate last, LocalDate today, Language language) => first == last
        ? Date(first, today, language)
        : phrases.Format(language, "DateFromTo", Date(first, today, language), Date(last, today, language));

    /// <summary>"September 2026" where the period is a whole month, else its dates.</summary>
    public string Period(LocalDate first, LocalDate last, LocalDate today, Language language) =>
        first.Day == 1 && last == first.PlusMonths(1).PlusDays(-1)
            ? LocalDatePattern.Create(phrases[language, "MonthPattern"], language.Culture).Format(first)
            : Dates(first, last, today, language);

    public string Status(InvoiceStatus status, Language language) => phrases[language, $"Status_{status}"];

    private string Amount(string currency, string number, Language language) =>
        phrases.Format(language, currency is "JPY" ? "Yen" : "Money", currency, number);

    public static CardTone Tone(InvoiceStatus status) => status switch
    {
        InvoiceStatus.Paid or InvoiceStatus.Credited => CardTone.Good,
        InvoiceStatus.Overdue => CardTone.Attention,
        InvoiceStatus.PartlyPaid or InvoiceStatus.Disputed => CardTone.Warning,
        _ => CardTone.Neutral,
    };
}
