using System.Globalization;
using System.Text;

namespace BillingBot.Skills.Verify;

/// <summary>Brings what people type with any keyboard to ASCII digits, signs and spaces.</summary>
internal static class TypedText
{
    /// <summary>A code or an address stands at the beginning of anything longer, or nowhere.</summary>
    private const int Longest = 1_000;
    private const char FirstWide = '！', LastWide = '～', WideSpace = '\u3000';

    public static string Narrow(string text)
    {
        var narrow = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            narrow.Append(letter switch
            {
                >= FirstWide and <= LastWide => (char)(letter - FirstWide + '!'),
                WideSpace => ' ',
                _ when char.IsDigit(letter) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)),
                _ => letter,
            });
        }

        return narrow.ToString();
    }
}
