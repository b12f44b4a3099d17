using System.Globalization;
using System.Text;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Brings words that a reader takes for the same to the same characters.</summary>
internal static class TextFolding
{
    /// <summary>
    /// Width and case folded letters and digits, single spaces for everything else; <c>n't</c> becomes <c>not</c>.
    /// Lone surrogates are dropped.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var hasApostrophe = false;
        Span<char> units = stackalloc char[2];
        foreach (var rune in Normalize(text).EnumerateRunes())
        {
            if (IsWordPart(rune))
            {
                folded.Append(units[..Rune.ToLowerInvariant(rune).EncodeToUtf16(units)]);
            }
            else if (rune.Value is '\'' or 0x2019)
            {
                hasApostrophe = true;
                folded.Append('\'');
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        if (hasApostrophe)
        {
            folded.Replace("can't", "can not").Replace("won't", "will not").Replace("n't", " not").Replace("'s ", " ").Replace("'", "");
        }

        return folded.ToString().Trim();
    }

    private static string Normalize(string text) =>
        Ascii.IsValid(text) ? text : (IsWhole(text) ? text : Whole(text)).Normalize(NormalizationForm.FormKC);

    private static bool IsWhole(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }

    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune != Rune.ReplacementChar));

    private static bool IsWordPart(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;
}
