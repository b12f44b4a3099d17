using System.Text.RegularExpressions;

namespace BillingBot.Conversation;

/// <summary>Text that came from elsewhere (imports, customers) within Markdown.</summary>
internal static partial class Markdown
{
    private const char WordJoiner = '\u2060';

    /// <summary>The same characters to the eye, none of them read as Markdown. Within a word an underscore is none.</summary>
    public static string Escape(string text) => Marks().Replace(text, @"\$0");

    /// <summary>As <see cref="Escape"/>, and clients make no links of web and mail addresses in it.</summary>
    public static string EscapeAndUnlink(string text) => Escape(Addresses().Replace(text, $"$0{WordJoiner}"));

    [GeneratedRegex(@"[\\*\[\]<>`~|]|(?<![\p{L}\d])_|_(?![\p{L}\d])|(?<=^\s*)[#+-](?=\s)|(?<=^\s*\d{1,9})[.)](?=\s)", RegexOptions.Multiline | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=[\p{L}\d])(?:://?|@|\.)(?=[\p{L}])|mailto:|tel:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Addresses();
}
