using System.Text;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Numbers above zero in kanji, digits or both: 十二万, 1億2千万, 3万2200, 二〇二六, 36.57億, 二百・〇三, 壱拾弐万.</summary>
internal static class JapaneseNumerals
{
    private const string DigitsInOrder = "〇一二三四五六七八九";

    private const string OtherDigits = "零壱弐参肆伍陸漆捌玖";

    public static NumberMatch? Read(string text, int at)
    {
        // "section" is what stands below the next 万 or 億, "pending" what the next 十, 百 or 千 multiplies.
        decimal total = 0, section = 0, small = 10_000, big = decimal.MaxValue;
        decimal? pending = null;
        var end = -1;
        for (var position = at; ;)
        {
            if (Digits(text, position) is { } digits)
            {
                if (pending is not null || (end >= 0 && digits.Value >= Math.Min(small, big)))
                    break;
                pending = digits.Value;
                end = position = digits.End;
            }
            else
            {
                var unit = Unit(Scan.At(text, position));
                if (unit is 0 || pending > NumberMatch.Largest)
                    break;
                if (unit < 10_000)
                {
                    if (unit >= small)
                        break;
                    section += unit * (pending is null or 0 ? 1 : pending.Value);
                    small = unit;
                }
                else
                {
                    var part = section + (pending ?? 0);

                    // 1万億 is a million million; 万 alone is no number, 万万 neither.
                    if (part == 0 ? total == 0 || unit <= big || total > NumberMatch.Largest : unit >= big || part > NumberMatch.Largest)
                        break;
                    total = part == 0 ? total * unit : total + (part * unit);
                    (section, small, big) = (0, 10_000, unit);
                }

                pending = null;
                end = position = position + 1;
            }

            position = Further(text, position);
        }

        return end < 0 ? null : Decimals(text, new(at, end, total + section + (pending ?? 0)));
    }

    public static bool IsNumeral(char character) => Digit(character) >= 0 || Unit(character) > 0;

    private static NumberMatch? Digits(string text, int at)
    {
        if (char.IsAsciiDigit(Scan.At(text, at)))
            return DigitNumbers.Read(text, at);
        var (digits, end) = Run(text, at);
        return end > at && DigitNumbers.Parse(digits) is { } value ? new(at, end, value) : null;
    }

    private static (string Digits, int End) Run(string text, int at)
    {
        var digits = new StringBuilder();
        var end = at;
        for (; Digit(Scan.At(text, end)) is >= 0 and var digit; end++)
            digits.Append(digit);
        return (digits.ToString(), end);
    }

    private static NumberMatch Decimals(string text, NumberMatch whole)
    {
        // 9・10月 is September and October.
        var (mark, before, at) = (Scan.At(text, whole.End), Scan.At(text, whole.End - 1), whole.End + 1);
        if (mark is not '点' && !(mark is '・' or '.' && (IsNumeral(before) || (mark is '・' && whole.Value == 0))))
            return whole;
        var end = Scan.Digits(text, at);
        var digits = text[at..end];
        if (end == at)
        {
            (digits, end) = Run(text, at);
            if (Unit(Scan.At(text, end)) is > 0 and < 10_000 && Read(text, at) is { } read)
                (digits, end) = (NumberMatch.Text(read.Value), read.End);
        }

        return digits.Length > 0 && DigitNumbers.Parse("0." + digits) is { } part ? whole with { End = end, Value = whole.Value + part } : whole;
    }

    // Blanks within 七 万, and the "odd" of 500余万.
    private static int Further(string text, int at)
    {
        var next = Scan.Gap(text, at);
        if (next > at)
            return IsNumeral(Scan.At(text, next)) ? next : at;
        var odd = Scan.Has(text, at, "余り") ? at + 2 : Scan.At(text, at) is '余' or '数' ? at + 1 : at;
        return odd > at && Unit(Scan.At(text, odd)) >= 10_000 ? odd : at;
    }

    private static int Digit(char character) => Math.Max(
        DigitsInOrder.IndexOf(character, StringComparison.Ordinal),
        character is '叁' or '参' ? 3 : OtherDigits.IndexOf(character, StringComparison.Ordinal));

    private static decimal Unit(char character) => character switch
    {
        '十' or '拾' => 10,
        '百' => 100,
        '千' or '阡' => 1000,
        '万' or '萬' => 10_000,
        '億' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => 0,
    };
}
