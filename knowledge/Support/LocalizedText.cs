namespace BillingBot.Knowledge.Support;

/// <summary>One text of the partner's in the languages it was published in.</summary>
/// <param name="ByLanguage">Language code to text; never empty.</param>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> ByLanguage)
{
    /// <summary>A partner that wrote one language only is still quoted in another one.</summary>
    public string In(string language) =>
        ByLanguage.TryGetValue(language, out var text) || ByLanguage.TryGetValue("en", out text) ? text : ByLanguage.Values.First();
}
