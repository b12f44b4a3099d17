using System.Text.RegularExpressions;

namespace BillingBot.Console.Cases;

/// <summary>The bot's words without the signs of Markdown, for people who read them as text.</summary>
internal static partial class PlainWords
{
    private const int InView = 5;

    /// <summary>Fewer lines than these are not put away.</summary>
    private const int Worth = 2;

    public static string Of(string markdown) => Sign().Replace(markdown, match => match.Groups switch
    {
        { } groups when groups["escaped"] is { Success: true, Value: var escaped } => escaped,
        { } groups when groups["label"] is { Success: true, Value: var label } =>
            groups["address"].Value is var address && label == address ? label : $"{label} ({address})",
        _ => "",
    });

    /// <summary>Where that begins which need not be in view at once: a list of the bot's may be long.</summary>
    /// <returns>Zero when the words are short.</returns>
    public static int Rest(string words)
    {
        var (place, line) = (0, 0);
        while (line < InView && (place = words.IndexOf('\n', place) + 1) > 0)
        {
            line++;
        }

        return line == InView && words.AsSpan(place).Count('\n') >= Worth ? place : 0;
    }

    /// <summary>An escaped sign; a link; or signs around words and before headings.</summary>
    [GeneratedRegex(
        """\\(?<escaped>[\\`*_{}\[\]()#+\-.!<>|~])|\[(?<label>[^\]\n]*)\]\((?<address>[^)\s]*)\)|\*\*|`|^#{1,6} """,
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Sign();
}
