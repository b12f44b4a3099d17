using BillingBot.Conversation;
using BillingBot.Recognizers;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.Promise;

/// <summary>Reads the day of a promise; "Friday" is the coming one.</summary>
internal sealed class PromisedDays(IDateTimeRecognizer dates)
{
    private const int IsoDateLength = 10;

    /// <summary>"20 November", said on the 24th, is not next year's.</summary>
    private const int FarOff = 60;

    /// <param name="words">The customer's words without an invoice number, whose digits could be read as a date.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="today">The customer's calendar day.</param>
    public SaidDay Read(string words, Language language, LocalDate today)
    {
        var found = dates.Recognize(words, language.Code, today.At(LocalTime.Noon));
        var days = found.Where(said => IsPoint(said.TypeName)).Select(said => said.Values.Select(Day).OfType<LocalDate>().ToList()).Where(said => said.Count > 0).ToList();
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

    private static IEnumerable<LocalDate> Coming(List<LocalDate> meanings, LocalDate today)
    {
        var coming = meanings.Where(day => day >= today).Order().Take(1);
        return meanings.Exists(day => day < today) ? coming.Where(day => Period.DaysBetween(today, day) <= FarOff) : coming;
    }

    private static bool IsPoint(string type) =>
        type.EndsWith(".date", StringComparison.Ordinal) || type.EndsWith(".datetime", StringComparison.Ordinal);

    private static LocalDate? Day(IReadOnlyDictionary<string, string> value) =>
        value.GetValueOrDefault("value") is { Length: >= IsoDateLength } text && LocalDatePattern.Iso.Parse(text[..IsoDateLength]) is { Success: true } day
            ? day.Value
            : null;
}
