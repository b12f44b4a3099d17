using System.Collections.Concurrent;
using System.Resources;
using System.Text.RegularExpressions;

namespace BillingBot.Conversation;

/// <summary>
/// The sentences of one feature: <c>X.resx</c> (English) and <c>X.ja.resx</c> beside the class <typeparamref name="TFeature"/>.
/// </summary>
internal sealed class Phrases<TFeature>
{
    private readonly ResourceManager _resources = new(typeof(TFeature));
    private readonly ConcurrentDictionary<(Language, string), Regex> _patterns = new();

    /// <exception cref="MissingManifestResourceException">The key is not in the resource file.</exception>
    public string this[Language language, string key] =>
        _resources.GetString(key, language.Culture)
        ?? throw new MissingManifestResourceException($"{typeof(TFeature).Name} has no phrase '{key}'.");

    /// <summary>The phrase with {0}, {1} filled in, formatted as the language does.</summary>
    public string Format(Language language, string key, params object[] values) =>
        string.Format(language.Culture, this[language, key], values);

    /// <summary>The phrase as a pattern for words in any case.</summary>
    public Regex Pattern(Language language, string key) => _patterns.GetOrAdd(
        (language, key),
        static (asked, phrases) => new Regex(
            phrases[asked.Item1, asked.Item2], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
        this);

    /// <summary>Whether the words fit the pattern; the apostrophe may be a typographic one.</summary>
    public bool Says(string text, Language language, string key) => Pattern(language, key).IsMatch(text.Replace('\u2019', '\''));
}
