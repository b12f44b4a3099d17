namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Tells writing with spaces between words from Japanese, and what of Japanese carries the meaning.</summary>
internal static class Script
{
    /// <summary>Cuts a folded text at spaces and where Japanese meets other writing.</summary>
    public static IEnumerable<(string Text, bool HasNoSpaces)> Runs(string folded) =>
        Cut(folded, static (first, next) => first != ' ' && next != ' ' && HasNoSpaces(first) == HasNoSpaces(next))
            .Where(run => folded[run.Start] != ' ').Select(run => (folded[run], HasNoSpaces(folded[run.Start])));

    /// <summary>Runs of kanji and of katakana; hiragana are mostly endings and particles.</summary>
    public static IEnumerable<string> ContentWords(string japanese) =>
        Cut(japanese, static (first, next) => Kind(first) == Kind(next))
            .Where(run => Kind(japanese[run.Start]) != Writing.Hiragana).Select(run => japanese[run]);

    /// <summary>The runs of characters that belong to the first of theirs, in order; together they are the text.</summary>
    public static IEnumerable<Range> Cut(string text, Func<char, char, bool> belongs)
    {
        var start = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (end == text.Length || !belongs(text[start], text[end]))
            {
                yield return start..end;
                start = end;
            }
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
