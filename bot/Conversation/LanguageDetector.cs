using System.Collections.Frozen;

namespace BillingBot.Conversation;

/// <summary>The language a customer wrote in.</summary>
internal static class LanguageDetector
{
    /// <summary>A pasted e-mail tells its language early.</summary>
    private const int Enough = 2_000;

    private static readonly FrozenSet<string> SameInBoth = new[]
    {
        "ok", "azure", "microsoft", "office", "teams", "dynamics", "exchange", "sharepoint", "windows", "business",
        "central", "power", "bi", "copilot", "csp", "nce", "inv", "usd", "jpy", "eur", "url", "id",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Kana or kanji is Japanese, other Latin words are English; words that are the same in both (product names, "OK",
    /// numbers) say nothing.
    /// </summary>
    /// <returns>Null when the words do not tell, or are in a third language.</returns>
    public static Language? Detect(string text)
    {
        if (ForeignLanguage.Of(text) is not null)
        {
            return null;
        }

        var start = WithoutAddresses(text).AsSpan();
        start = start[..Math.Min(start.Length, Enough)];
        if (start.ContainsAnyInRange('\u3040', '\u30FF') || start.ContainsAnyInRange('\u4E00', '\u9FFF')
            || start.ContainsAnyInRange('\uFF66', '\uFF9D'))
        {
            return Language.Japanese;
        }

        var sameInBoth = SameInBoth.GetAlternateLookup<ReadOnlySpan<char>>();
        while (start.IndexOfAnyInRange('A', 'z') is >= 0 and var wordStart)
        {
            start = start[wordStart..];
            var length = 0;
            while (length < start.Length && char.IsAsciiLetter(start[length]))
            {
                length++;
            }

            if (length >= 2 && !sameInBoth.Contains(start[..length]))
            {
                return Language.English;
            }

            start = start[Math.Max(length, 1)..];
        }

        return null;
    }

    /// <summary>An e-mail address looks the same in every language.</summary>
    private static string WithoutAddresses(string text) => text.Contains('@', StringComparison.Ordinal)
        ? string.Join(' ', text.Split((char[]?)null).Where(word => !word.Contains('@', StringComparison.Ordinal)))
        : text;
}
