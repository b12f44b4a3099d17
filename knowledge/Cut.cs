using System.Text.RegularExpressions;

namespace BillingBot.Knowledge;

/// <summary>Cuts what somebody wrote to the length that is kept or shown, in UTF-16 units.</summary>
internal static partial class Cut
{
    /// <summary>Half of a surrogate pair is no character: it is left out.</summary>
    public static string To(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>As <see cref="To"/>, and without control characters other than line ends and tabs.</summary>
    public static string CleanTo(string text, int longest) => To(Control().Replace(text, " ").Trim(), longest);

    [GeneratedRegex(@"[\p{Cc}-[\r\n\t]]+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Control();
}
