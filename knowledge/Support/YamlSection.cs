using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace BillingBot.Knowledge.Support;

/// <summary>A place in a YAML file that knows its line and key, so that whatever is wrong there can be told exactly.</summary>
internal sealed class YamlSection(string file, string path, YamlNode node)
{
    /// <summary>The problem of this place and how to mend it, both whole sentences without the place.</summary>
    public OfferFileException Problem(string problem, string mend) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file} line {node.Start.Line}, {Place}: {problem} {mend}"));

    /// <summary>The keys of a mapping; a key that nobody knows is told rather than overlooked.</summary>
    /// <exception cref="OfferFileException">This is no mapping, or it has other keys.</exception>
    public YamlSection Only(params string[] known)
    {
        foreach (var (key, section) in Entries())
        {
            if (!known.Contains(key, StringComparer.Ordinal))
                throw section.Problem("this key is not known.", $"Known here: {string.Join(", ", known)}.");
        }

        return this;
    }

    public IEnumerable<(string Key, YamlSection Value)> Entries() => Mapping.Children
        .Select(entry => (entry.Key.ToString(), At(entry.Key.ToString(), entry.Value)));

    public YamlSection? Optional(string key) => Mapping.Children.TryGetValue(key, out var value) ? At(key, value) : null;

    /// <exception cref="OfferFileException">The key is missing.</exception>
    public YamlSection Required(string key, string mend) => Optional(key) ?? throw Problem($"'{key}' is missing.", mend);

    /// <summary>The entries of a sequence; a lone value counts as one.</summary>
    public IReadOnlyList<YamlSection> Items() => node is YamlSequenceNode sequence
        ? [.. sequence.Children.Select((item, i) => new YamlSection(file, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), item))]
        : [this];

    public bool IsMapping => node is YamlMappingNode;

    /// <exception cref="OfferFileException">This is no value, or an empty one.</exception>
    public string Text() => node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value)
        ? value.Trim()
        : throw Problem("a text is expected.", "Write one value on this line.");

    public bool IsTrue() => Text() switch
    {
        "true" => true,
        "false" => false,
        var other => throw Problem($"'{other}' is neither true nor false.", "Write true or false."),
    };

    private string Place => path.Length == 0 ? "at the top" : path;

    private YamlMappingNode Mapping => node as YamlMappingNode
        ?? throw Problem("keys with values are expected.", "Write them as 'key: value' lines, indented below.");

    private YamlSection At(string key, YamlNode value) => new(file, path.Length == 0 ? key : $"{path}.{key}", value);
}
