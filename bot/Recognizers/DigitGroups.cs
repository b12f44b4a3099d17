namespace BillingBot.Recognizers;

/// <summary>
/// Digits with their separators: 1,200.50, 12,34,567, 1.234,56, 1 234 567, 5,00, .08, and 1、200 as a Japanese keyboard gives it.
/// Pieces of longer chains (192.168.1.2) are whole numbers each.
/// </summary>
internal static class DigitGroups
{
    private const int Longest = 32;

    public static NumberMatch? Read(string text, int at)
    {
        if (Scan.At(text, at) is '.')
            return char.IsAsciiLetterOrDigit(Scan.At(text, at - 1)) ? null : Match(text, at, at, Decimals(text, at, '.'));
        var whole = Scan.Digits(text, at);
        if (whole == at)
            return null;
        if (Scan.At(text, at - 1) is '.' or ',' && char.IsAsciiDigit(Scan.At(text, at - 2)))
            return Match(text, at, whole, whole);

        var groups = Groups(text, at, whole, ',') ?? Groups(text, at, whole, '、') ?? Groups(text, at, whole, ' ');
        if (groups is not null)
            return Match(text, at, groups.Value, Math.Max(Decimals(text, groups.Value, '.'), text[whole] is ' ' ? Cents(text, groups.Value) : 0));
        if (Groups(text, at, whole, '.') is { } dotted && Decimals(text, dotted, ',') is var end && end - dotted is 2 or 3)
            return Match(text, at, dotted, end);
        if (Decimals(text, whole, '.') is var point && point > whole)
            return Match(text, at, whole, point);
        return Match(text, at, whole, Cents(text, whole));
    }

    // Up to three digits and groups of three; after a comma also India's groups of two, three last.
    private static int? Groups(string text, int at, int whole, char separator)
    {
        if (whole - at > 3 || text[at] is '0' || Scan.At(text, whole) != separator)
            return null;
        int? end = null;
        for (var next = whole; Scan.At(text, next) == separator && next - at < Longest;)
        {
            var group = Scan.Digits(text, next + 1);
            var length = group - next - 1;
            if (length is not 3 && (length is not 2 || separator is not ','))
                break;
            next = group;
            if (length is 3)
                end = group;
        }

        return end;
    }

    /// <returns>The same index when no decimals follow, or when a chain such as 1.2.3 goes on behind them.</returns>
    private static int Decimals(string text, int at, char point)
    {
        if (Scan.At(text, at) != point)
            return at;
        var end = Scan.Digits(text, at + 1);
        return end == at + 1 || (Scan.At(text, end) is '.' or ',' && char.IsAsciiDigit(Scan.At(text, end + 1))) ? at : end;
    }

    // 10、20 are two numbers.
    private static int Cents(string text, int at) =>
        Decimals(text, at, ',') is var end && end - at is 3 ? end : Scan.Has(text, at, "、00") && Decimals(text, at, '、') - at is 3 ? at + 3 : at;

    private static NumberMatch? Match(string text, int at, int whole, int end)
    {
        Span<char> digits = stackalloc char[Longest];
        var length = 0;
        for (var i = at; i < end; i++)
        {
            if (length == digits.Length)
                return null;
            if (char.IsAsciiDigit(text[i]))
                digits[length++] = text[i];
            else if (i == whole)
                digits[length++] = '.';
        }

        return DigitNumbers.Parse(digits[..length]) is { } value ? new(at, end, value) : null;
    }
}
