using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Groups of words that mean the same to this bot: each is read as the first of its group.</summary>
internal sealed class Synonyms
{
    public static readonly Synonyms None = new([]);

    private readonly Dictionary<char, (string Word, string First)[]> _byInitial;

    public Synonyms(IEnumerable<IReadOnlyList<string>> groups)
    {
        var words = groups.Select(group => group.Select(TextFolding.Fold).Where(word => word.Length > 0).ToList())
            .SelectMany(group => group.Select(word => (Word: word, First: group[0])));
        _byInitial = words.DistinctBy(entry => entry.Word, StringComparer.Ordinal)
            .GroupBy(entry => entry.Word[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Word.Length).ToArray());
    }

    /// <summary>Each word and the first of its group.</summary>
    public IEnumerable<string> Words => _byInitial.OrderBy(initial => initial.Key).SelectMany(initial => initial.Value)
        .SelectMany(entry => new[] { entry.Word, entry.First });

    /// <summary>Reads a YAML list of lists of words.</summary>
    /// <exception cref="InvalidDataException">It is something else; the message names the line.</exception>
    public static Synonyms Parse(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return new Synonyms(stream.Documents.SelectMany(document => Items(document.RootNode))
                .Select(group => Items(group).Select(Word).ToList()));
        }
        catch (YamlException exception)
        {
            throw new InvalidDataException($"Synonyms, line {exception.Start.Line}: {exception.Message} Write one group a line: - [first, second].", exception);
        }
    }

    /// <param name="folded">A folded text.</param>
    public string Unify(string folded)
    {
        var unified = new StringBuilder(folded.Length);
        for (var position = 0; position < folded.Length;)
        {
            if (!SplitsWord(folded, position) && Find(folded, position) is { } entry)
            {
                unified.Append(entry.First);
                position += entry.Word.Length;
            }
            else
            {
                unified.Append(folded[position++]);
            }
        }

        return unified.ToString();
    }

    /// <summary>The longest word that starts here.</summary>
    private (string Word, string First)? Find(string text, int position)
    {
        foreach (var entry in _byInitial.GetValueOrDefault(text[position]) ?? [])
        {
            if (text.AsSpan(position).StartsWith(entry.Word, StringComparison.Ordinal)
                && !SplitsWord(text, position + entry.Word.Length))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Latin words must stand alone; Japanese has no spaces, so there a word is found anywhere.</summary>
    private static bool SplitsWord(string text, int position) => position > 0 && position < text.Length
        && char.IsAsciiLetterOrDigit(text[position - 1]) && char.IsAsciiLetterOrDigit(text[position]);

    private static YamlSequenceNode Items(YamlNode node) =>
        node as YamlSequenceNode ?? throw new YamlException(node.Start, node.End, "A list is expected.");

    private static string Word(YamlNode node) =>
        (node as YamlScalarNode)?.Value ?? throw new YamlException(node.Start, node.End, "A word is expected.");
}
