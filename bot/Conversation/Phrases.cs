using System.Collections.Concurrent;
using System.Resources;

namespace BillingBot.Conversation;

/// <summary>
/// The sentences of one feature: <c>X.resx</c> (English) and <c>X.ja.resx</c> beside the class <typeparamref name="TFeature"/>.
/// </summary>
internal sealed class Phrases<TFeature>
{
    private readonly ResourceManager _resources = new(typeof(TFeature));
    private readonly ConcurrentDictionary<string, string> _english = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _japanese = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HotPattern> _englishPatterns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HotPattern> _japanesePatterns = new(StringComparer.Ordinal);

    /// <exception cref="MissingManifestResourceException">The key is not in the resource file.</exception>
    public string this[Language language, string key] =>
        (ReferenceEquals(language, Language.Japanese) ? _japanese : _english).GetOrAdd(
            key,
            static (key, asked) => asked.Resources.GetString(key, asked.Language.Culture)
                ?? throw new MissingManifestResourceException($"{typeof(TFeature).Name} has no phrase '{key}'."),
            (Resources: _resources, Language: language));

    /// <summary>The phrase with {0}, {1} filled in, formatted as the language does.</summary>
    public string Format(Language language, string key, params object[] values) =>
        string.Format(language.Culture, this[language, key], values);

    /// <summary>The phrase as a pattern for words in any case.</summary>
    public HotPattern Pattern(Language language, string key) =>
        (ReferenceEquals(language, Language.Japanese) ? _japanesePatterns : _englishPatterns).GetOrAdd(
            key, static (key, asked) => HotPattern.Of(asked.Phrases[asked.Language, key]), (Phrases: this, Language: language));

    /// <summary>Whether the words fit the pattern; the apostrophe may be a typographic one.</summary>
    public bool Says(string text, Language language, string key) => Pattern(language, key).IsMatch(text.Replace('\u2019', '\''));
}
