using System.Globalization;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Numbers as Japanese dates write them: 12, 十二, 二〇二六, 二千二十六, 元(年), ひと(月), 数(日).</summary>
internal static class Numerals
{
    public const string Year = "(?:元|[0-9]{1,4}|[〇一二三四五六七八九十百千]{1,7})";
    public const string Month = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
    public const string Day = "(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])";
    public const string Hour = "(?:2[0-4]|1[0-9]|0?[0-9]|二十[一二三四]?|十[一二三四五六七八九]?|[〇一二三四五六七八九])";
    public const string Sixty = "(?:[1-5][0-9]|0?[0-9]|[二三四五]?十[一二三四五六七八九]?|[〇一二三四五六七八九])";
    public const string Count = "(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,5}|ひと|数)";

    private const string Digits = "〇一二三四五六七八九";

    /// <summary>What 数日 ("a few days") counts as, the official recognisers' three.</summary>
    private const int AFew = 3;

    /// <returns>Null for a run of numerals that makes no number, or an empty one.</returns>
    public static int? Parse(string numeral)
    {
        switch (numeral)
        {
            case "元" or "ひと": return 1;
            case "数": return AFew;
        }

        if (int.TryParse(numeral, NumberStyles.None, CultureInfo.InvariantCulture, out var ascii))
            return ascii;
        return numeral.AsSpan().ContainsAny('十', '百', '千') ? InUnits(numeral) : DigitByDigit(numeral);
    }

    private static int? DigitByDigit(string numeral)
    {
        var number = 0;
        foreach (var character in numeral)
        {
            if (Digits.IndexOf(character, StringComparison.Ordinal) is not (>= 0 and var digit))
                return null;
            number = (number * 10) + digit;
        }

        return numeral.Length > 0 ? number : null;
    }

    private static int? InUnits(string numeral)
    {
        int sum = 0, pending = 0, smallest = int.MaxValue;
        foreach (var character in numeral)
        {
            if (character switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 } is > 0 and var unit)
            {
                if (unit >= smallest)
                    return null;
                sum += Math.Max(pending, 1) * unit;
                (pending, smallest) = (0, unit);
            }
            else if (pending == 0 && Digits.IndexOf(character, StringComparison.Ordinal) is > 0 and var digit)
            {
                pending = digit;
            }
            else
            {
                return null;
            }
        }

        return sum + pending;
    }
}
