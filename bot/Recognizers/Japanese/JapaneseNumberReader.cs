using System.Buffers;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Numbers in Japanese: numerals, 3分の2, 103と3分の2, マイナス五, 3ダース.</summary>
internal sealed class JapaneseNumberReader : INumberReader
{
    private const string Minus = "マイナス";

    private const string Dozen = "ダース";

    private static readonly string[] Ands = ["と", "また", "又"];

    /// <summary>What makes it a measure or a share, as the official recognisers see it.</summary>
    private static readonly string[] Measures = ["%", "パーセント", "割", "メートル", "キロメートル", "リットル", "ミリリットル"];

    /// <summary>Before a numeral: "which", "several", "the nth", and words that end in 一 or 万.</summary>
    private static readonly SearchValues<char> Before = SearchValues.Create("第何数幾統唯同均択単随");

    /// <summary>Kanji that may follow a single kanji numeral as its counter; with another one it is a word, as 一覧, 四川, 千葉.</summary>
    private static readonly SearchValues<char> Counters = SearchValues.Create("年月日週時分秒度番個件台本枚回円元人名社階通口式冊点号箇対種足倍席杯着箱頁行列桁");

    /// <summary>Enough, for a while, most, once.</summary>
    private static readonly string[] Words = ["十分", "一時", "一番", "一度"];

    /// <summary>Also the triangle that stands for minus in Japanese accounts.</summary>
    public string Fold(string query) => FoldedText.Fold(query).ToLowerInvariant().Replace('△', '-').Replace('▲', '-');

    public NumberMatch? Read(string text, int at)
    {
        var before = Scan.At(text, at - 1);
        if (Before.Contains(before) || JapaneseNumerals.IsNumeral(before))
            return null;
        var start = Sign(text, at);
        if (Mixed(text, start) is not { } number)
            return null;
        return new(at, number.End, start > at ? -number.Value : number.Value);
    }

    public NumberMatch? ReadAmount(string text, int at) => JapaneseNumerals.Read(text, at);

    public bool StandsAlone(string text, NumberMatch number)
    {
        if (char.IsAsciiLetter(Scan.At(text, number.End)))
            return false;
        var gap = Scan.Gap(text, number.End);
        if (Array.Exists(Measures, measure => Scan.Has(text, gap, measure)))
            return false;
        return number.End - number.Start > 1 || char.IsAscii(text[number.Start])
            || (!IsKanji(Scan.At(text, number.End)) || Counters.Contains(text[number.End])) && !Array.Exists(Words, word => Scan.Has(text, number.Start, word));
    }

    public int Next(string text, int at) => Scan.PastWord(text, at, char.IsAsciiLetterOrDigit);

    private static NumberMatch? Mixed(string text, int at)
    {
        if (Share(text, at) is not { } number)
            return KanaNumerals.Read(text, at);
        if (DozenEnd(text, number.End) is { } dozen)
            return number with { End = dozen, Value = number.Value * 12 };
        if (Array.Find(Ands, and => Scan.Has(text, number.End, and)) is not { } joint || Share(text, number.End + joint.Length) is not { } second)
            return number;
        if (DozenEnd(text, second.End) is { } dozens)
            return number with { End = dozens, Value = number.Value + (second.Value * 12) };
        return text.AsSpan(number.End, second.End - number.End).ContainsAny('分', '/') && (second.Value < 1 || joint is not "と")
            ? number with { End = second.End, Value = number.Value + second.Value }
            : number;
    }

    /// <summary>A numeral, or two of them about 分の, the lower one first.</summary>
    private static NumberMatch? Share(string text, int at)
    {
        if (JapaneseNumerals.Read(text, at) is not { } below)
            return null;
        var of = Scan.Gap(text, below.End);
        return Scan.Has(text, of, "分の") && JapaneseNumerals.Read(text, Scan.Gap(text, of + 2)) is { } above && NumberMatch.Quotient(above.Value, below.Value) is { } value
            ? below with { End = above.End, Value = value }
            : below;
    }

    private static int? DozenEnd(string text, int at) => Scan.Has(text, at, Dozen) ? at + Dozen.Length : null;

    private static int Sign(string text, int at)
    {
        if (Scan.Has(text, at, Minus))
            return at + Minus.Length;
        return Scan.At(text, at) is '-' && Scan.At(text, at - 1) is not '-' && !char.IsAsciiLetterOrDigit(Scan.At(text, at - 1)) ? at + 1 : at;
    }

    private static bool IsKanji(char character) => character is >= '一' and <= '龯' && !JapaneseNumerals.IsNumeral(character);
}
