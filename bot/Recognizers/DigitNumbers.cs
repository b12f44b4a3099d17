using System.Globalization;

namespace BillingBot.Recognizers;

/// <summary>Numbers in ASCII digits: 1,200.50, 1.234,56, 1 234 567, .08, 3/4, 1 1/2, 1.2e3, 2^10, and with a letter 1.5k, 10M.</summary>
internal static class DigitNumbers
{
    private const int MostDigits = 27;

    private static readonly Dictionary<string, decimal> Multipliers = new(StringComparer.Ordinal)
    {
        ["k"] = 1e3m,
        ["m"] = 1e6m,
        ["mm"] = 1e6m,
        ["mln"] = 1e6m,
        ["mio"] = 1e6m,
        ["b"] = 1e9m,
        ["g"] = 1e9m,
        ["bn"] = 1e9m,
        ["bln"] = 1e9m,
        ["t"] = 1e12m,
        ["tn"] = 1e12m,
        ["tln"] = 1e12m,
    };

    public static NumberMatch? Read(string text, int at)
    {
        if (char.IsAsciiDigit(Scan.At(text, at - 1)) || DigitGroups.Read(text, at) is not { } plain)
            return null;
        return Exponent(text, plain) ?? Power(text, plain) ?? Fraction(text, plain) ?? Mixed(text, plain) ?? Multiplied(text, plain) ?? plain;
    }

    /// <returns>Null when the digits are too many to be anybody's amount.</returns>
    public static decimal? Parse(ReadOnlySpan<char> digits) =>
        digits.Length <= MostDigits && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static NumberMatch? Exponent(string text, NumberMatch plain) =>
        Scan.At(text, plain.End) is 'e' or 'E' && Signed(text, plain.End + 1) is { } exponent && !char.IsAsciiLetter(Scan.At(text, exponent.End))
            ? Scaled(plain, exponent.End, (double)plain.Value * Math.Pow(10, (double)exponent.Value))
            : null;

    private static NumberMatch? Power(string text, NumberMatch plain) =>
        Scan.At(text, plain.End) is '^' && Signed(text, plain.End + 1) is { } exponent
            ? Scaled(plain, exponent.End, Math.Pow((double)plain.Value, (double)exponent.Value))
            : null;

    private static NumberMatch? Signed(string text, int at)
    {
        var sign = Scan.At(text, at);
        var digits = at + (sign is '-' or '+' ? 1 : 0);
        return Scan.Digits(text, digits) is var end && end > digits && Parse(text.AsSpan(digits, end - digits)) is { } value
            ? new(at, end, sign is '-' ? -value : value)
            : null;
    }

    private static NumberMatch? Scaled(NumberMatch plain, int end, double value) =>
        Math.Abs(value) < 1e27 ? plain with { End = end, Value = (decimal)value } : null;

    // 5/17/2018 is a date, 192/168.1 a path.
    private static NumberMatch? Fraction(string text, NumberMatch plain) =>
        Scan.At(text, plain.End) is '/' && Scan.At(text, plain.Start - 1) is not '/'
        && DigitGroups.Read(text, plain.End + 1) is { } below && Scan.At(text, below.End) is not '/' && NumberMatch.Quotient(plain.Value, below.Value) is { } value
            ? plain with { End = below.End, Value = value }
            : null;

    private static NumberMatch? Mixed(string text, NumberMatch whole) =>
        Scan.At(text, whole.End) is ' ' && char.IsAsciiDigit(Scan.At(text, whole.End + 1)) && DigitGroups.Read(text, whole.End + 1) is { } above
        && Fraction(text, above) is { Value: < 1 } part
            ? whole with { End = part.End, Value = whole.Value + part.Value }
            : null;

    private static NumberMatch? Multiplied(string text, NumberMatch plain)
    {
        var at = Scan.Gap(text, plain.End);
        var end = Scan.Letters(text, at);
        return end - at is > 0 and <= 3 && !char.IsAsciiLetterOrDigit(Scan.At(text, end)) && plain.Value < NumberMatch.Largest
            && Multipliers.TryGetValue(text[at..end].ToLowerInvariant(), out var by)
            ? plain with { End = end, Value = plain.Value * by }
            : null;
    }
}
