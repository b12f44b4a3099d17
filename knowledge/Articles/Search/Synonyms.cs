using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Groups of words that mean the same to this bot: each is read as the first of its group.</summary>
internal sealed class Synonyms
{
    public static readonly Synonyms None = new([]);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);
    private readonly Regex? _words;

    public Synonyms(IEnumerable<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups.Select(words => words.Select(TextFolding.Fold).ToList()))
        {
            foreach (var word in group.Skip(1))
            {
                _first[word] = group[0];
            }
        }

        if (_first.Count > 0)
        {
            var alternatives = _first.Keys.OrderByDescending(word => word.Length).Select(Bounded);
            _words = new Regex(string.Join('|', alternatives), RegexOptions.CultureInvariant, Patience);
        }
    }

    /// <summary>Reads a YAML list of lists of words.</summary>
    public static Synonyms Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var groups = stream.Documents is [{ RootNode: YamlSequenceNode sequence }] ? sequence : [];
        return new Synonyms(groups.OfType<YamlSequenceNode>()
            .Select(group => group.OfType<YamlScalarNode>().Select(word => word.Value ?? "").ToList()));
    }

    /// <param name="folded">A folded text.</param>
    public string Unify(string folded) =>
        _words is null ? folded : _words.Replace(folded, match => _first[match.Value]);

    /// <summary>Latin words must stand alone; Japanese has no spaces, so there a word is found anywhere.</summary>
    private static string Bounded(string word) =>
        $"{(char.IsAscii(word[0]) ? "(?<![a-z0-9])" : "")}{Regex.Escape(word)}{(char.IsAscii(word[^1]) ? "(?![a-z0-9])" : "")}";
}
