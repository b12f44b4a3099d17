using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>"1990s", "the nineties", "21st century".</summary>
internal static partial class EnglishEras
{
    private static readonly string[] Tens = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

    public static Read<Span>? Read(EnglishText text, int at)
    {
        if (text.At(Era(), at) is not { } match)
            return null;
        var end = at + match.Length;
        if (match.Groups["century"] is { Success: true } century)
        {
            var first = (EnglishNumbers.Value(century.Value) - 1) * 100;
            return first is >= 1000 and <= 3000 ? new(Span.Between(new(first, 1, 1), new(first + 100, 1, 1), "P100Y", 'Y'), end) : null;
        }

        if (match.Groups["decade"] is { Success: true } decade)
        {
            var first = int.Parse(decade.Value, CultureInfo.InvariantCulture);
            return new(Decade(first), end);
        }

        var ten = (Array.IndexOf(Tens, match.Groups["tens"].Value) + 2) * 10;
        return new(Decade(1900 + ten) with
        {
            Timex = $"(XX{ten}-01-01,XX{(ten + 10) % 100:00}-01-01,P10Y)",
            Meanings = [Decade(1900 + ten).Timex, Decade(2000 + ten).Timex],
        }, end);
    }

    private static Span Decade(int first) => Span.Between(new(first, 1, 1), new LocalDate(first, 1, 1).PlusYears(10), "P10Y", 'Y');

    [GeneratedRegex(@"\G(?:(?<century>" + Ordinal + @") century|(?<decade>(?:19|20)\d0)'?s|(?<tens>(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Era();
}
