using System.Text;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Numbers spelt in hiragana, さんびゃく. Only as whole words: the ご of ご請求 and the せん of ありません are none.</summary>
internal static class KanaNumerals
{
    private const int Longest = 40;

    private static readonly (string Kana, char Kanji)[] Words =
    [
        ("きゅう", '九'), ("じゅう", '十'), ("じゅっ", '十'), ("ひゃく", '百'), ("びゃく", '百'), ("ぴゃく", '百'),
        ("いち", '一'), ("いっ", '一'), ("さん", '三'), ("よん", '四'), ("ろく", '六'), ("ろっ", '六'), ("なな", '七'), ("しち", '七'), ("はち", '八'), ("はっ", '八'),
        ("せん", '千'), ("ぜん", '千'), ("まん", '万'), ("おく", '億'), ("ご", '五'), ("に", '二'),
    ];

    public static NumberMatch? Read(string text, int at)
    {
        if (!IsKana(Scan.At(text, at)) || char.IsLetterOrDigit(Scan.At(text, at - 1)))
            return null;
        var kanji = new StringBuilder();
        var end = at;
        while (end - at < Longest && Array.Find(Words, word => Scan.Has(text, end, word.Kana)) is { Kana: { } kana } word)
        {
            kanji.Append(word.Kanji);
            end += kana.Length;
        }

        // に is far oftener "to" than "two".
        return end - at > 0 && !IsKana(Scan.At(text, end)) && (kanji.Length > 1 || kanji[0] is not '二')
            && JapaneseNumerals.Read(kanji.ToString(), 0) is { } number && number.End == kanji.Length
            ? new(at, end, number.Value)
            : null;
    }

    private static bool IsKana(char character) => character is >= 'ぁ' and <= 'ゖ';
}
