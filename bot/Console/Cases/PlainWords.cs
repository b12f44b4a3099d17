using System.Text.RegularExpressions;

namespace BillingBot.Console.Cases;

/// <summary>The bot's words without the signs of Markdown, for people who read them as text.</summary>
internal static partial class PlainWords
{
    public static string Of(string markdown) => Sign().Replace(markdown, match => match switch
    {
        { Groups: [_, { Success: true, Value: var escaped }, ..] } => escaped,
        { Groups: [_, _, { Success: true, Value: var label }, { Value: var address }] } => label == address ? label : $"{label} ({address})",
        _ => "",
    });

    /// <summary>An escaped sign; a link; or signs around words and before headings.</summary>
    [GeneratedRegex("""\\([\\`*_{}\[\]()#+\-.!<>|~])|\[([^\]\n]*)\]\(([^)\s]*)\)|\*\*|`|^#{1,6} """, RegexOptions.Multiline, 1_000)]
    private static partial Regex Sign();
}
