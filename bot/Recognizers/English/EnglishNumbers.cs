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

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>"21st", "0005", "a couple".</summary>
    public static int Value(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? text.AsSpan(0, end) : text;
        return digits.Length > 0
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : text.Split(' ') is ["a" or "an"] ? 1 : text.Contains("couple", StringComparison.Ordinal) ? 2 : 3;
    }

    /// <summary>"2026", "'26", "87".</summary>
    public static int Year(string text) => Value(text.TrimStart('\'')) is var year && year < 100 ? year + (year < 50 ? 2000 : 1900) : year;

    /// <summary>"twenty five", "thirty-first", "two thousand and five", "nineteen eighty six".</summary>
    public static int Spelt(string words)
    {
        const string Thousands = "two thousand";
        if (words.StartsWith(Thousands, StringComparison.Ordinal))
            return 2000 + Sum(words[Thousands.Length..]);
        var space = words.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && words[..space] is "nineteen" or "twenty" && Sum(words[space..]) is var rest && (rest > 9 || words[..space] is "nineteen" || words.Contains(" o", StringComparison.Ordinal))
            ? (100 * Sum(words[..space])) + rest
            : Sum(words);
    }

    public static string Suffix(string ordinal) => ordinal[^2..] switch { "st" => "st", "nd" => "nd", "rd" => "rd", _ => "th" };

    /// <returns>0 when the word is no month, nor its first three letters (or "sept").</returns>
    public static int Month(string text) => text.TrimEnd('.') is var word
        ? Array.FindIndex(Months, month => month == word || (word.Length == 3 || word is "sept") && month.StartsWith(word, StringComparison.Ordinal)) + 1
        : 0;

    /// <returns>Monday 1 to Sunday 7.</returns>
    public static int Weekday(string text) => Array.IndexOf(Weekdays, text[..3]) + 1;

    private static int Sum(string words) => words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Sum(Word);

    private static int Word(string word)
    {
        if (Math.Max(Array.IndexOf(Cardinals, word), Array.IndexOf(Ordinals, word)) is > 0 and var small)
            return small;
        var ten = Array.FindIndex(Tens, stem => word == stem + "y" || word == stem + "ieth");
        return ten >= 0 ? (ten + 2) * 10 : 0;
    }
}
