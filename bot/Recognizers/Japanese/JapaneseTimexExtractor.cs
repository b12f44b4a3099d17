using System.Buffers;
using System.Text.RegularExpressions;
using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>
/// Reads Japanese dates and times from left to right. Every pattern is anchored where it is tried and bounded in length,
/// so the work grows with the query only.
/// </summary>
internal sealed partial class JapaneseTimexExtractor : ITimexExtractor
{
    private static readonly SearchValues<char> Openings = SearchValues.Create(
        "0123456789〇一二三四五六七八九十百千ひ数半元"
        + "令平昭大明RHSGAPap今本来翌再去昨前先当次そこ同第向過直最後しあおきゆ毎月火水木金土日週年早深夜朝昼夕晩午正真建天バみ子独山文勤クゴ盆三上下憲");

    public IEnumerable<TimexMatch> Extract(string query, LocalDateTime reference)
    {
        var source = FoldedText.Of(query, reference);
        for (var at = 0; at < source.Text.Length;)
        {
            var skipped = source.Text.AsSpan(at).IndexOfAny(Openings);
            if (skipped < 0)
                yield break;
            at += skipped;
            if (InsideOther(source.Text, at) || Read(source, at) is not { } phrase)
            {
                at++;
                continue;
            }

            if (!phrase.Ignored)
                yield return phrase.From(at);
            at = phrase.End;
        }
    }

    private static Phrase? Read(FoldedText source, int at)
    {
        if (AtTheEarliest().Match(source.Text, at) is { Success: true } earliest)
        {
            return PhraseReader.Read(source, earliest.Index + earliest.Length) is { Mod: null, Ignored: false } earliestDay
                ? earliestDay with { Mod = "since" }
                : null;
        }

        if (ShorthandRangeReader.Read(source, at) is { } range)
            return range;
        return PhraseReader.Read(source, at) is not { } first ? null
            : RangeReader.Read(source, first) ?? BoundReader.Read(source, first);
    }

    /// <summary>Whether the character only continues a number, code or word: the 14 of 請求書0142, the 今 of 只今.</summary>
    private static bool InsideOther(string text, int at)
    {
        if (at == 0)
            return false;
        var (before, here) = (text[at - 1], text[at]);
        if (char.IsAscii(here))
        {
            var joined = at > 1 && char.IsAsciiLetterOrDigit(text[at - 2]) && before is ('.' or ',' or '/' or ':' or '-' or '_' or '~');
            return joined || char.IsAsciiLetterOrDigit(before) || before is '\\' or '¥' or '￥' or '$' or '#';
        }

        if (here is >= 'ぁ' and <= 'ゖ')
            return before is >= 'ぁ' and <= 'ゖ' and not ('は' or 'が' or 'を' or 'に' or 'も' or 'で' or 'と' or 'の' or 'か');
        return Numeral.Contains(here) && (Numeral.Contains(before) || char.IsAsciiDigit(before));
    }

    private static readonly SearchValues<char> Numeral = SearchValues.Create("〇一二三四五六七八九十百千万億");

    [GeneratedRegex(@"\G(?:早ければ|早くても?|早くとも) ?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex AtTheEarliest();
}
