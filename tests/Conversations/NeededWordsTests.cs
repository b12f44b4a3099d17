using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Tests.Articles.Evaluation;

namespace BillingBot.Tests.Conversations;

/// <summary>A pattern is not asked about a text that lacks the words it needs, so they must be right.</summary>
public sealed class NeededWordsTests
{
    [Theory]
    [InlineData("how (much|many)", "how ")]
    [InlineData(@"\bpaid\b", "paid")]
    [InlineData("paid|sent|due", "paid|sent|due")]
    [InlineData("(paid|sent) on", "paid|sent")]
    [InlineData("(the )?invoices?", "invoice")]
    [InlineData("in(?:voice)? number", " number")]
    [InlineData("refunds*", "refund")]
    [InlineData(@"wh[oy] [^\]a]+ ask", " ask")]
    [InlineData("(?<!un)paid(?! by)", "paid")]
    [InlineData("(?<what>bill) run", "bill")]
    [InlineData("請求[書額]", "請求")]
    [InlineData("円", "円")]
    [InlineData(@"3\.5 percent", "3.5 percent")]
    [InlineData("no{2} way", " way")]
    [InlineData("[]x]paid", "paid")]
    public void What_a_text_cannot_do_without(string pattern, string words) => Assert.Equal(words.Split('|'), NeededWords.Of(pattern));

    [Theory]
    [InlineData("a?")]
    [InlineData("paid|")]
    [InlineData(@"\d+")]
    [InlineData("(paid)?")]
    [InlineData("(?=paid)")]
    [InlineData("(?i)paid")]
    [InlineData(@"\p{L}paid")]
    [InlineData("paid|[0-9]")]
    public void Where_nothing_is_needed_or_nothing_is_known(string pattern) => Assert.Null(NeededWords.Of(pattern));

    [Fact]
    public async Task No_pattern_of_the_bot_fits_a_question_without_the_words_that_it_needs()
    {
        string[] texts = [.. (await EvaluationTurn.AllAsync("en")).Concat(await EvaluationTurn.AllAsync("ja")).Select(turn => turn.Text)];
        var patterns = Patterns().Select(pattern => (Pattern: pattern, Words: NeededWords.Of(pattern))).Where(pattern => pattern.Words is not null).ToList();

        Assert.InRange(patterns.Count, 200, int.MaxValue);
        Parallel.ForEach(patterns, pattern =>
        {
            var regex = new Regex(pattern.Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
            Assert.DoesNotContain(texts, text => !pattern.Words!.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) && regex.IsMatch(text));
        });
    }

    /// <summary>Phrases that look like one; what others would read as a sentence does no harm.</summary>
    private static IEnumerable<string> Patterns() => typeof(Phrases<>).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".resources", StringComparison.Ordinal))
        .SelectMany(name => new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("ja") }
            .Select(culture => new ResourceManager(name[..^".resources".Length], typeof(Phrases<>).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)))
        .OfType<ResourceSet>()
        .SelectMany(set => set.Cast<DictionaryEntry>())
        .Select(entry => entry.Value).OfType<string>()
        .Where(phrase => phrase.Contains('|', StringComparison.Ordinal) || phrase.Contains('\\', StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal);
}
