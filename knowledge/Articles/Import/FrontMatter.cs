using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>A Markdown file cut at its two <c>---</c> lines: YAML above, the answer below.</summary>
/// <param name="Yaml">Keys and values.</param>
/// <param name="Body">Trimmed.</param>
internal sealed partial record FrontMatter(YamlMappingNode Yaml, string Body)
{
    /// <summary>YAML counts its lines after the first <c>---</c>.</summary>
    public const int LinesAbove = 1;

    /// <returns>Null when there are no such two lines.</returns>
    /// <exception cref="YamlException">What is between them is not YAML; its mark counts from below the first <c>---</c>.</exception>
    public static FrontMatter? Parse(string text)
    {
        var match = Fences().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var stream = new YamlStream();
        stream.Load(new StringReader(match.Groups["yaml"].Value));
        return stream.Documents is [{ RootNode: YamlMappingNode mapping }]
            ? new FrontMatter(mapping, match.Groups["body"].Value.Trim())
            : throw new YamlException("The block between the --- lines is not a list of keys and values.");
    }

    [GeneratedRegex(@"\A---\r?\n(?<yaml>.*?)^---[ \t]*(\r?\n|\z)(?<body>.*)\z",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Fences();
}
