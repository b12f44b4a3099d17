using System.Globalization;

namespace BillingBot.Recognizers;

/// <summary>The currencies of currencies.tsv as one language writes them.</summary>
internal sealed class CurrencyWords
{
    /// <summary>English words too ("they charged us $50"): they count in capitals only.</summary>
    private static readonly HashSet<string> Everyday = new(StringComparer.Ordinal) { "us $", "try", "pen", "ron", "php", "cop", "rub", "sar", "nok" };

    private readonly Dictionary<char, CurrencyWord[]> _words;

    private CurrencyWords(IEnumerable<CurrencyWord> words) => _words = words
        .GroupBy(word => word.Text[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(word => word.Text.Length).ToArray());

    /// <param name="culture">"en" or "ja".</param>
    public static CurrencyWords Of(string culture)
    {
        var words = new List<CurrencyWord>();
        using var table = new StreamReader(typeof(CurrencyWords).Assembly.GetManifestResourceStream("currencies.tsv")!);
        while (table.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var name, var code, var signs, var english, var japanese])
                continue;
            var unit = new CurrencyUnit(name, code.Length == 3 ? code : null, code is "part");
            words.AddRange(Split(signs).Select(sign => new CurrencyWord(sign, unit, Leads: true, Alone: false)));
            words.AddRange(Split(culture is "ja" ? japanese : english).Select(word => new CurrencyWord(word.TrimStart('~'), unit, IsSign(word[^1]), Alone: !word.StartsWith('~') && !IsSign(word[^1]))));
            if (unit.Code is not null)
                words.Add(new CurrencyWord(code.ToLowerInvariant(), unit, Leads: true, Alone: true));
        }

        return new(words);

        static string[] Split(string cell) => cell is "-" ? [] : cell.Split('|');
    }

    /// <returns>The longest way to write a currency that stands at <paramref name="at"/>.</returns>
    /// <param name="query">As written, for its capitals.</param>
    public CurrencyWord? At(string query, string text, int at) => _words.TryGetValue(Scan.At(text, at), out var words)
        ? Array.Find(words, word => Scan.Has(text, at, word.Text) && Ends(text, at + word.Text.Length) && (!Everyday.Contains(word.Text) || char.IsUpper(query[at])))
        : null;

    private static bool IsSign(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.CurrencySymbol;

    // "dollars" of "dollarshop", ドル of ドルフィン; a digit may follow, as in USD115.
    private static bool Ends(string text, int end)
    {
        var (last, next) = (text[end - 1], Scan.At(text, end));
        return !(char.IsAsciiLetter(last) && char.IsAsciiLetter(next)) && !(IsKatakana(last) && IsKatakana(next));
    }

    private static bool IsKatakana(char character) => character is >= 'ァ' and <= 'ヺ' or 'ー';
}
