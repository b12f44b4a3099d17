using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace BillingBot.Tests.Architecture;

/// <summary>Every sentence exists in both languages, and fills in nothing that the other does not have.</summary>
public sealed partial class PhraseTests
{
    public static TheoryData<string> Resources => [.. typeof(Program).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
        .Select(name => name[..^".resources".Length])];

    [Theory]
    [MemberData(nameof(Resources))]
    public void English_and_Japanese_say_the_same_things(string resource)
    {
        var manager = new ResourceManager(resource, typeof(Program).Assembly);
        var english = Read(manager, CultureInfo.InvariantCulture);
        var japanese = Read(manager, CultureInfo.GetCultureInfo("ja"));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), japanese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, phrase => Assert.Subset(Places(phrase.Value), Places(japanese[phrase.Key])));
    }

    private static Dictionary<string, string> Read(ResourceManager manager, CultureInfo culture) => manager
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static HashSet<string> Places(string phrase) => [.. Place().Matches(phrase).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Place();
}
