using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>Reads the keys of a front matter one by one and remembers the first problem; later reads return blanks.</summary>
internal sealed class ArticleFields(string path, YamlMappingNode yaml)
{
    private const int KeyLine = FrontMatter.LinesAbove;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public ImportError? Error { get; private set; }

    /// <summary>Line of every value read.</summary>
    public IReadOnlyDictionary<string, int> Lines => _lines;

    public string Text(string key)
    {
        var text = OptionalText(key);
        if (text is null)
        {
            Fail(key, $"The key '{key}' is missing or empty.", $"Add the line '{key}: ...'.");
        }

        return text ?? "";
    }

    public string? OptionalText(string key)
    {
        switch (Node(key))
        {
            case null or YamlScalarNode { Value: null or "" }:
                return null;
            case YamlScalarNode scalar:
                return Remember(scalar);
            default:
                Fail(key, $"The key '{key}' holds a list or keys where one value is expected.", "Write one value on its line.");
                return null;
        }
    }

    public IReadOnlyList<string> List(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence when sequence.All(item => item is YamlScalarNode { Value.Length: > 0 }):
                return [.. sequence.Cast<YamlScalarNode>().Select(Remember)];
            default:
                Fail(key, $"The key '{key}' is not a list of words.", "Write one entry a line, each after '  - ', in quotes.");
                return [];
        }
    }

    public TEnum Choice<TEnum>(string key) where TEnum : struct, Enum
    {
        var text = Text(key);
        if (!KebabNames<TEnum>.TryParse(text, out var value))
        {
            Fail(key, $"'{text}' is not a known {key}.", $"Use one of: {KebabNames<TEnum>.All}.");
        }

        return value;
    }

    public LocalDate Date(string key) => ParseDate(key, Text(key)) ?? default;

    public LocalDate? OptionalDate(string key) => ParseDate(key, OptionalText(key));

    /// <summary>To be called last: a key nobody read is one nobody knows.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var key in yaml.Children.Keys.OfType<YamlScalarNode>().Where(key => !_read.Contains(key.Value ?? "")))
        {
            Fail(key.Value ?? "", $"The key '{key.Value}' is unknown.", $"Correct or remove it; known keys: {string.Join(", ", _read)}.");
        }
    }

    public void Fail(string key, string problem, string mend) => Error ??= new ImportError(path, LineOf(key), problem, mend);

    private LocalDate? ParseDate(string key, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parsed = LocalDatePattern.Iso.Parse(text);
        if (parsed.Success)
        {
            return parsed.Value;
        }

        Fail(key, $"'{text}' is not a date.", "Write it as year-month-day, for example 2026-11-23.");
        return null;
    }

    private YamlNode? Node(string key)
    {
        _read.Add(key);
        return yaml.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private string Remember(YamlScalarNode scalar)
    {
        _lines[scalar.Value!] = (int)scalar.Start.Line + FrontMatter.LinesAbove;
        return scalar.Value!;
    }

    private int LineOf(string key) => yaml.Children.Keys.OfType<YamlScalarNode>()
        .FirstOrDefault(known => string.Equals(known.Value, key, StringComparison.Ordinal)) is { } node
        ? (int)node.Start.Line + FrontMatter.LinesAbove
        : KeyLine;
}
