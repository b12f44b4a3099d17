using System.Resources;

namespace BillingBot.Conversation;

/// <summary>
/// The sentences of one feature: <c>X.resx</c> (English) and <c>X.ja.resx</c> beside the class <typeparamref name="TFeature"/>.
/// </summary>
internal sealed class Phrases<TFeature>
{
    private readonly ResourceManager _resources = new(typeof(TFeature));

    /// <exception cref="MissingManifestResourceException">The key is not in the resource file.</exception>
    public string this[Language language, string key] =>
        _resources.GetString(key, language.Culture)
        ?? throw new MissingManifestResourceException($"{typeof(TFeature).Name} has no phrase '{key}'.");

    /// <summary>The phrase with {0}, {1} filled in, formatted as the language does.</summary>
    public string Format(Language language, string key, params object[] values) =>
        string.Format(language.Culture, this[language, key], values);
}
