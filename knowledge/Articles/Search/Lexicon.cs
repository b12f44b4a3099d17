namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What the search knows besides the articles.</summary>
/// <param name="Synonyms">Of both languages.</param>
/// <param name="OffTopic">By language: questions no article answers, so that the search learns to say so.</param>
internal sealed record Lexicon(Synonyms Synonyms, IReadOnlyDictionary<string, IReadOnlyList<string>> OffTopic)
{
    /// <summary>Reads <c>synonyms.yaml</c> and <c>off-topic.{language}.txt</c> (one question a line, # comments); a missing file is empty.</summary>
    /// <exception cref="InvalidDataException">The synonyms are not a YAML list of lists.</exception>
    public static async Task<Lexicon> LoadAsync(string folder, IEnumerable<string> languages, CancellationToken cancellationToken)
    {
        var synonyms = Path.Combine(folder, "synonyms.yaml");
        var offTopic = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var path = Path.Combine(folder, $"off-topic.{language}.txt");
            offTopic[language] = File.Exists(path)
                ? [.. (await File.ReadAllLinesAsync(path, cancellationToken)).Where(line => line.Trim() is not ("" or ['#', ..]))]
                : [];
        }

        return new Lexicon(
            File.Exists(synonyms) ? Synonyms.Parse(await File.ReadAllTextAsync(synonyms, cancellationToken)) : Synonyms.None,
            offTopic);
    }

    public IReadOnlyList<string> OffTopicIn(string language) => OffTopic.GetValueOrDefault(language) ?? [];
}
