using System.Globalization;
using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.English;

/// <summary>
/// Writes spelt numbers in digits, zeros in front to keep their length and so every index: "twenty-first" is
/// 0000000021st, "nineteen eighty six" 0000000000000001986. The grammar then needs no number words.
/// </summary>
internal static class EnglishNumerals
{
    private const string Ones = "(?:one|two|three|four|five|six|seven|eight|nine)";

    private const string Teens = "(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)";

    private const string Tens = "(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty)";

    private const string Cardinal = "(?:" + Tens + "(?:[ -]" + Ones + ")?|" + Teens + "|" + Ones + ")";

    private const string Ordinal =
        "(?:(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)";

    // This one pattern sees every word of the query: built without backtracking at all.
    private static readonly Regex Words = new(
        @"\b(?:two thousand(?:(?: and)? " + Cardinal + ")?|(?:nineteen|twenty) (?:oh? " + Ones + "|" + Teens + "|" + Tens + "(?:[ -]" + Ones + ")?)|(?<ordinal>" + Ordinal + ")|" + Cardinal + @")\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    public static string ToDigits(string text) => Words.Replace(text, match =>
    {
        var (number, suffix) = (EnglishNumbers.Spelt(match.Value), match.Groups["ordinal"].Success ? EnglishNumbers.Suffix(match.Value) : "");
        return number.ToString(CultureInfo.InvariantCulture).PadLeft(match.Length - suffix.Length, '0') + suffix;
    });
}
