using System.Text.RegularExpressions;

namespace BillingBot.Skills.Verify;

/// <summary>Finds a six-digit code in words: alone, in two groups, in full-width digits or in a sentence.</summary>
internal static partial class TypedCode
{
    private const char Dot = '•';

    /// <returns>Six ASCII digits; null when there are none, or several sixes.</returns>
    public static string? Read(string text) => Six().Matches(TypedText.Narrow(text)) is [var one]
        ? string.Concat(one.Value.Where(char.IsAsciiDigit))
        : null;

    /// <summary>Digits and signs alone, but not six: meant as a code.</summary>
    public static bool IsAlmost(string text) => text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    /// <summary>The words with every digit hidden.</summary>
    public static string Hide(string text) => string.Concat(text.Select(letter => char.IsDigit(letter) ? Dot : letter));

    [GeneratedRegex(@"(?<![0-9][ -]?)(?<![A-Za-z]-)[0-9](?:[ -]?[0-9]){5}(?![ -]?[0-9])", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Six();
}
