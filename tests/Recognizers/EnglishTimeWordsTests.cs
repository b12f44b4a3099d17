using System.Reflection;
using System.Text.RegularExpressions;
using BillingBot.Recognizers.English;
using NodaTime;

namespace BillingBot.Tests.Recognizers;

/// <summary>What the quick look at a text's words passes over, the whole grammar would not have read either.</summary>
public sealed partial class EnglishTimeWordsTests
{
    private static readonly LocalDateTime Wednesday = new(2026, 5, 13, 10, 0);

    private static readonly string[] Behind =
    [
        "", " monday", " 3 days", " 3 days ago", " 5pm", " may", " 2016", " of may", " of the month", " week", " day", " the weekend",
        " noon", " date", " the present time", " coming monday", " afternoon", " 3 past 4", " a month", " 5 to 6pm", " two weeks after today", " lunch",
    ];

    [Fact]
    public void No_expression_begins_with_a_word_that_is_not_listed()
    {
        // What a listed word begins needs only a time word beside it, and each of the endings has one.
        var missed = Literals().SelectMany(word => (EnglishTimeWords.MayBeginAt(word, 0) ? Behind[..1] : Behind).Select(rest => new EnglishText($"{word}{rest}", Wednesday)))
            .Where(text => EnglishTimexExtractor.Longest(text, 0) is not null
                && !(EnglishTimeWords.MayBeIn(text.Text) && EnglishTimeWords.MayBeginAt(text.Text, 0)))
            .Select(text => text.Text).ToList();

        Assert.Empty(missed);
    }

    [Fact]
    public void Everything_that_customers_are_known_to_say_passes()
    {
        var missed = EnglishDatesTests.Rows().Select(row => new EnglishText(row.Data.Item1, Wednesday))
            .SelectMany(text => Enumerable.Range(0, text.Text.Length).Where(at => at == 0 || !char.IsLetterOrDigit(text.Text[at - 1])).Select(at => (Text: text, At: at)))
            .Where(place => EnglishTimexExtractor.Longest(place.Text, place.At) is not null
                && !(EnglishTimeWords.MayBeIn(place.Text.Text) && EnglishTimeWords.MayBeginAt(place.Text.Text, place.At)))
            .Select(place => place.Text.Text[place.At..]).ToList();

        Assert.Empty(missed);
    }

    [Theory]
    [InlineData("What happens if I don't pay my invoice?")]
    [InlineData("How do I cancel my subscription?")]
    public void What_names_no_time_is_not_read_at_all(string query) => Assert.False(EnglishTimeWords.MayBeIn(new EnglishText(query, Wednesday).Text));

    /// <summary>Every word that stands in a pattern of the grammar, also cut short or joined where the pattern has a choice.</summary>
    private static HashSet<string> Literals()
    {
        var patterns = typeof(EnglishTimexExtractor).Assembly.GetTypes().Where(type => type.Namespace == typeof(EnglishTimexExtractor).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(method => method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0)
            .Select(method => ((Regex)method.Invoke(null, null)!).ToString()).ToList();
        Assert.True(patterns.Count > 50, "The patterns of the grammar were not found.");
        var words = patterns.Where(pattern => !pattern.Contains("couple", StringComparison.Ordinal)).SelectMany(pattern => Letters().Matches(Named().Replace(pattern, "")).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var ending in new[] { "s", "day", "sday", "nesday", "urday", "time", "ies" })
        {
            words.UnionWith(words.Where(word => word.Length is > 2 and < 10).Select(word => word + ending).ToList());
        }

        // "Aday", "coupleday": the grammar allows no gap, for "3days"; nobody writes these.
        words.UnionWith(["a", "an", "couple", "few", "several", "half"]);
        return words;
    }

    [GeneratedRegex(@"\(\?<\w+>|\\[A-Za-z]|\\p\{\w+\}|\[[^\]]*\]", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Named();

    [GeneratedRegex("[a-z]+", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Letters();
}
