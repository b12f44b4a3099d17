namespace BillingBot.Recognizers;

/// <summary>Steps over a text by index; asking beyond its ends gives '\0'.</summary>
internal static class Scan
{
    private const int LongestGap = 4;

    public static char At(string text, int at) => (uint)at < (uint)text.Length ? text[at] : '\0';

    public static bool Has(string text, int at, string part) =>
        at >= 0 && string.CompareOrdinal(text, at, part, 0, part.Length) == 0;

    /// <returns>Index after the blanks; bounded, so that a page of blanks joins nothing and costs nothing.</returns>
    public static int Gap(string text, int at)
    {
        var end = at;
        while (end - at < LongestGap && At(text, end) is ' ' or '\t')
            end++;
        return end;
    }

    public static int Digits(string text, int at)
    {
        while (char.IsAsciiDigit(At(text, at)))
            at++;
        return at;
    }

    public static int Letters(string text, int at)
    {
        while (char.IsAsciiLetter(At(text, at)))
            at++;
        return at;
    }

    /// <returns>Index after the word at <paramref name="at"/>, with all of an identifier such as INV-2026-0142, M365_E3 or v1.2.3; after one character when no word is there.</returns>
    public static int PastWord(string text, int at, Predicate<char> inWord)
    {
        var end = at;
        var letters = false;
        while (true)
        {
            while (inWord(At(text, end)))
                letters |= !char.IsAsciiDigit(text[end++]);
            var joins = At(text, end) is '-' or '_' ? char.IsAsciiLetterOrDigit(At(text, end + 1))
                : At(text, end) is '.' or ',' && char.IsAsciiDigit(At(text, end - 1)) && char.IsAsciiDigit(At(text, end + 1));
            if (!letters || !joins)
                return Math.Max(end, at + 1);
            end++;
        }
    }
}
