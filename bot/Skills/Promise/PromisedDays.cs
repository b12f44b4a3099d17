using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Recognizers;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.Promise;

/// <summary>Reads the day of a promise; "Friday" is the coming one.</summary>
internal sealed partial class PromisedDays(IDateTimeRecognizer dates)
{
    private const int IsoDateLength = 10;

    /// <summary>"20 November", said on the 24th, is not next year's.</summary>
    private const int FarOff = 60;

    /// <param name="words">The customer's words without an invoice number, whose digits could be read as a date.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="today">The customer's calendar day.</param>
    /// <param name="promised">The day promised so far: "actually Thursday" is that of the same week.</param>
    public SaidDay Read(string words, Language language, LocalDate today, LocalDate? promised = null)
    {
        var found = dates.Recognize(words, language.Code, today.At(LocalTime.Noon));
        if (promised is { } other && found is [var only] && OfTheWeek(only, other) is { } moved && moved >= today)
        {
            return new SaidDay.On(moved);
        }

        var days = found.Where(said => IsPoint(said.TypeName) || IsUntil(said)).Select(said => said.Values.Select(Day).OfType<LocalDate>().ToList()).Where(said => said.Count > 0).ToList();
        var coming = days.SelectMany(said => Coming(said, today)).Distinct().ToList();
        return coming switch
        {
            [var one] => new SaidDay.On(one),
            [_, _, ..] => new SaidDay.Vague(),
            [] when days.Count > 0 => new SaidDay.Past(),
            [] when found.Any(said => said.TypeName.EndsWith("range", StringComparison.Ordinal)) => new SaidDay.Vague(),
            _ => new SaidDay.None(),
        };
    }

    /// <summary>The day promised last and not taken back.</summary>
    public static LocalDate? Latest(InvoiceAccount account) => account.Invoice.Promises
        .Where(promise => promise.WithdrawnAt is null).OrderBy(promise => promise.MadeAt).ThenBy(promise => promise.Id).LastOrDefault()?.PromisedOn;

    /// <summary>A weekday without a date.</summary>
    private static LocalDate? OfTheWeek(ModelResult said, LocalDate other) =>
        said.Values is [var value, ..] && value.GetValueOrDefault("timex") is ['X', 'X', 'X', 'X', '-', 'W', 'X', 'X', '-', var weekday]
            ? other.PlusDays(weekday - '0' - (int)other.DayOfWeek)
            : null;

    private static IEnumerable<LocalDate> Coming(List<LocalDate> meanings, LocalDate today)
    {
        var coming = meanings.Where(day => day >= today).Order().Take(1);
        return meanings.Exists(day => day < today) ? coming.Where(day => Period.DaysBetween(today, day) <= FarOff) : coming;
    }

    private static bool IsPoint(string type) =>
        type.EndsWith(".date", StringComparison.Ordinal) || type.EndsWith(".datetime", StringComparison.Ordinal);

    /// <summary>"By Friday", 「10日まで」: that day is the last one; "before Friday" is another, and "by the end of March" is none.</summary>
    private static bool IsUntil(ModelResult said) => Until().IsMatch(said.Text)
        && said.Values.All(value => !value.ContainsKey("start") && value.GetValueOrDefault("timex") is { } timex && OneDay().IsMatch(timex));

    [GeneratedRegex(@"^(?:by|until|till|til)\b|まで$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Until();

    [GeneratedRegex(@"^(?:[0-9]{4}|XXXX)-(?:(?:[0-9]{2}|XX)-[0-9]{2}|WXX-[0-9])$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex OneDay();

    private static LocalDate? Day(IReadOnlyDictionary<string, string> value) =>
        (value.GetValueOrDefault("value") ?? value.GetValueOrDefault("end")) is { Length: >= IsoDateLength } text && LocalDatePattern.Iso.Parse(text[..IsoDateLength]) is { Success: true } day
            ? day.Value
            : null;
}
