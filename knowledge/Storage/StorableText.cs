using System.Text;

namespace BillingBot.Knowledge.Storage;

/// <summary>
/// Text as PostgreSQL can hold it: it has no place for U+0000 and for halves of surrogate pairs, which nobody means to write
/// but anybody can send. Each becomes U+FFFD, as in a decoder.
/// </summary>
internal static class StorableText
{
    public static string Of(string text) => text.Contains('\0', StringComparison.Ordinal) || !IsWellFormed(text)
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD')
        : text;

    private static bool IsWellFormed(string text)
    {
        for (var index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return false;
            }

            index++;
        }

        return true;
    }
}
