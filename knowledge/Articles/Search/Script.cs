namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Tells writing with spaces between words from Japanese, and what of Japanese carries the meaning.</summary>
internal static class Script
{
    /// <summary>Cuts a folded text at spaces and where Japanese meets other writing.</summary>
    public static IEnumerable<(string Text, bool HasNoSpaces)> Runs(string folded)
    {
        var start = 0;
        for (var end = 1; end <= folded.Length; end++)
        {
            if (end < folded.Length && folded[end] != ' ' && folded[start] != ' '
                && HasNoSpaces(folded[end]) == HasNoSpaces(folded[start]))
            {
                continue;
            }

            if (folded[start] != ' ')
            {
                yield return (folded[start..end], HasNoSpaces(folded[start]));
            }

            start = end;
        }
    }

    /// <summary>Runs of kanji and of katakana; hiragana are mostly endings and particles.</summary>
    public static IEnumerable<string> ContentWords(string japanese)
    {
        var start = 0;
        for (var end = 1; end <= japanese.Length; end++)
        {
            if (end < japanese.Length && Kind(japanese[end]) == Kind(japanese[start]))
            {
                continue;
            }

            if (Kind(japanese[start]) != Writing.Hiragana)
            {
                yield return japanese[start..end];
            }

            start = end;
        }
    }

    public static bool IsKanji(char character) => Kind(character) == Writing.Kanji;

    private static bool HasNoSpaces(char character) => Kind(character) != Writing.Other;

    private static Writing Kind(char character) => character switch
    {
        >= '\u3041' and <= '\u309f' => Writing.Hiragana,
        >= '\u30a0' and <= '\u30ff' => Writing.Katakana,
        >= '\u3400' and <= '\u9fff' or '\u3005' or (>= '\uf900' and <= '\ufaff') => Writing.Kanji,
        _ => Writing.Other,
    };

    private enum Writing
    {
        Other, Hiragana, Katakana, Kanji,
    }
}
