using System.Globalization;

namespace BillingBot.Recognizers.English;

/// <summary>Numbers, ordinals and years as written in English.</summary>
internal static class EnglishNumbers
{
    private static readonly string[] Cardinals =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

    private static readonly string[] Ordinals =
        ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
            "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];

    private static readonly string[] Tens = ["twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>"21st", "twenty five", "thirty-first", "a couple", "half" is none.</summary>
    public static int Value(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0)
            return int.Parse(text.AsSpan(0, digits), CultureInfo.InvariantCulture);
        return text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Sum(Word);
    }

    /// <summary>"2026", "'26", "87", "nineteen eighty six", "two thousand and five".</summary>
    public static int Year(string text)
    {
        var trimmed = text.TrimStart('\'');
        if (trimmed.All(char.IsAsciiDigit))
        {
            var number = int.Parse(trimmed, CultureInfo.InvariantCulture);
            return trimmed.Length > 2 ? number : number + (number < 50 ? 2000 : 1900);
        }

        if (trimmed.StartsWith("two thousand", StringComparison.Ordinal))
            return 2000 + Value(trimmed["two thousand".Length..]);
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        return (100 * Value(trimmed[..space])) + Value(trimmed[space..]);
    }

    public static int Month(string text) => Array.IndexOf(Months, text[..3]) + 1;

    /// <returns>Monday 1 to Sunday 7.</returns>
    public static int Weekday(string text) => Array.IndexOf(Weekdays, text[..3]) + 1;

    private static int Word(string word)
    {
        if (Math.Max(Array.IndexOf(Cardinals, word), Array.IndexOf(Ordinals, word)) is > 0 and var small)
            return small;
        var ten = Array.FindIndex(Tens, stem => word == stem + "y" || word == stem + "ieth");
        return ten >= 0 ? (ten + 2) * 10 : word switch { "a" or "an" => 1, "couple" => 2, "few" or "several" => 3, _ => 0 };
    }
}
