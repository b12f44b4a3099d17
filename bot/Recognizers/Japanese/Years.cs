using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.Japanese;

/// <summary>The year before a month: 2026年, 26年, 二〇二六年, 令和8年, 来年の, or 今年2026年.</summary>
internal static class Years
{
    public const string Era = "(?:令和|平成|昭和|大正|明治)";

    /// <summary>Groups: relative, era, year.</summary>
    public const string Pattern =
        "(?:(?<relative>" + RelativeWords.Years + ")の? ?)?(?:(?<era>" + Era + ")? ?(?<year>" + Numerals.Year + ")年[の ]?)?";

    /// <param name="wrong">Set where the words say a year that cannot be one, such as the 3年 of a duration.</param>
    /// <returns>Null where no year was said.</returns>
    public static int? Of(Match match, FoldedText source, out bool wrong)
    {
        wrong = false;
        if (match.Groups["year"] is { Success: true } said)
        {
            var year = Of(match.Groups["era"].Value, said.Value);
            wrong = year is null;
            return year;
        }

        return match.Groups["relative"] is { Success: true } relative
            ? source.Today.Year + RelativeWords.Year(relative.Value)
            : null;
    }

    /// <returns>Null for a number that is no year.</returns>
    public static int? Of(string era, string numeral)
    {
        if (Numerals.Parse(numeral) is not ({ } number and > 0))
            return null;
        if (era.Length > 0)
            return FirstYearOf(era) + number - 1 is <= 2199 and var year ? year : null;
        return number switch
        {
            >= 1000 and <= 2199 => number,
            < 100 when numeral.Length == 2 && char.IsAsciiDigit(numeral[0]) => 2000 + number,
            _ => null,
        };
    }

    private static int FirstYearOf(string era) => era switch
    {
        "令和" or "R" => 2019,
        "平成" or "H" => 1989,
        "昭和" or "S" => 1926,
        "大正" => 1912,
        _ => 1868,
    };
}
