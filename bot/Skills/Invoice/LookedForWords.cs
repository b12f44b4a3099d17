using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Skills.Wording;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.Invoice;

/// <summary>Says again what was looked for: "unpaid Azure invoice from September 2026".</summary>
internal sealed class LookedForWords(BillingWords words, Phrases<LookedForWords> phrases)
{
    /// <param name="question">What was asked.</param>
    /// <param name="period">The said time as it was taken.</param>
    /// <param name="today">The customer's day.</param>
    /// <param name="language">The turn's.</param>
    /// <param name="many">"Invoices" for a heading.</param>
    public string Of(InvoiceQuestion question, (LocalDate Start, LocalDate End)? period, LocalDate today, Language language, bool many = false)
    {
        var said = phrases.Format(
            language,
            many ? "Many" : "One",
            question.State is { } state ? phrases[language, $"State_{state}"] : "",
            question.Product is { } product ? phrases.Format(language, "Product", product.AsSaid) : "",
            question.Numbers.Count > 0 ? phrases.Format(language, "Number", string.Join(", ", question.Numbers.Select(number => number.AsSaid))) : "",
            period is var (start, end) ? Time(question.Basis, start, end, today, language) : "",
            question.Amount is { } amount ? phrases.Format(language, amount.Bound is AmountBound.None ? "Amount" : $"Amount_{amount.Bound}", Amount(amount, language)) : "");
        return many ? string.Concat(said[..1].ToUpper(language.Culture), said.AsSpan(1)) : said;
    }

    public string Amount(SaidAmount amount, Language language) =>
        amount.Money is { } money ? words.Money(money, language) : amount.Value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    private string Time(PeriodBasis basis, LocalDate start, LocalDate end, LocalDate today, Language language) => (start, end) switch
    {
        _ when start == LocalDate.MinIsoValue => phrases.Format(language, "Until", words.Date(end, today, language)),
        _ when end == LocalDate.MaxIsoValue => phrases.Format(language, "Since", words.Date(start, today, language)),
        _ => phrases.Format(language, $"Time_{basis}", basis is not PeriodBasis.Billed && IsMonth(start, end)
            ? LocalDatePattern.Create(phrases[language, "MonthPattern"], language.Culture).Format(start)
            : words.Period(start, end.PlusDays(-1), today, language)),
    };

    private static bool IsMonth(LocalDate start, LocalDate end) => start.Day == 1 && end == start.PlusMonths(1);
}
