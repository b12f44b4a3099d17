using System.Collections.ObjectModel;
using BillingBot.Knowledge.Articles.Embedding;
using BillingBot.Knowledge.Articles.Evaluation;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What the search knows besides the articles.</summary>
/// <param name="Synonyms">Of both languages.</param>
/// <param name="OffTopic">By language: questions about other things, so that the search learns to say so.</param>
internal sealed record Lexicon(Synonyms Synonyms, IReadOnlyDictionary<string, IReadOnlyList<string>> OffTopic)
{
    /// <summary>By language: questions about our subject that no article answers.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Unanswered { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>By language: questions as customers ask them, with the topics that answer; not taught, confidence is measured on them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LabelledQuestion>> Asked { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<LabelledQuestion>>.Empty;

    /// <summary>What texts mean, by the partner's model; null without one.</summary>
    public Embeddings? Embeddings { get; init; }

    /// <summary>
    /// Reads <c>synonyms.yaml</c>, <c>off-topic.{language}.txt</c> and <c>unanswered.{language}.txt</c> (one question a line, # comments)
    /// and <c>asked.{language}.jsonl</c>; a missing file is empty.
    /// </summary>
    /// <exception cref="InvalidDataException">The synonyms are not a YAML list of lists, or a line of the asked questions is wrong.</exception>
    public static async Task<Lexicon> LoadAsync(string folder, IEnumerable<string> languages, CancellationToken cancellationToken)
    {
        var synonyms = Path.Combine(folder, "synonyms.yaml");
        var (offTopic, unanswered) = (new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
        var asked = new Dictionary<string, IReadOnlyList<LabelledQuestion>>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            offTopic[language] = await LinesAsync($"off-topic.{language}.txt");
            unanswered[language] = await LinesAsync($"unanswered.{language}.txt");
            var path = Path.Combine(folder, $"asked.{language}.jsonl");
            asked[language] = File.Exists(path) ? await LabelledFile.ReadAsync(path, cancellationToken) : [];
        }

        return new Lexicon(
            File.Exists(synonyms) ? Synonyms.Parse(await File.ReadAllTextAsync(synonyms, cancellationToken)) : Synonyms.None, offTopic)
        {
            Unanswered = unanswered,
            Asked = asked,
        };

        async Task<IReadOnlyList<string>> LinesAsync(string file) => File.Exists(Path.Combine(folder, file))
            ? [.. (await File.ReadAllLinesAsync(Path.Combine(folder, file), cancellationToken)).Where(line => line.Trim() is not ("" or ['#', ..]))]
            : [];
    }

    public IReadOnlyList<string> OffTopicIn(string language) => OffTopic.GetValueOrDefault(language) ?? [];

    public IReadOnlyList<string> UnansweredIn(string language) => Unanswered.GetValueOrDefault(language) ?? [];

    public IReadOnlyList<LabelledQuestion> AskedIn(string language) => Asked.GetValueOrDefault(language) ?? [];
}
