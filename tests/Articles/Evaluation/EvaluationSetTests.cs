using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Evaluation;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Evaluation;

/// <summary>The evaluation set measures what it says: known articles, enough turns, none of them taught or in the list that releases are judged by.</summary>
public sealed class EvaluationSetTests
{
    private static readonly string[] Kinds =
    [
        "plain", "shorthand", "typo", "angry", "indirect", "several", "long-mail", "non-native", "wrong-name", "mixed", "width",
        "two-questions", "follow-up", "small-talk", "near-miss", "staff-only", "far",
    ];

    private static readonly string[] KindsWithoutAnswer = ["near-miss", "staff-only", "far"];

    public static TheoryData<string> Languages => [.. ShippedPack.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task There_are_enough_turns_and_a_third_has_no_answer(string language)
    {
        var turns = await EvaluationTurn.AllAsync(language);
        Assert.True(turns.Count >= 300, $"Only {turns.Count} turns.");
        Assert.InRange((double)turns.Count(turn => !turn.HasAnswer) / turns.Count, 0.33, 0.40);
        Assert.All(turns, turn =>
        {
            Assert.False(string.IsNullOrWhiteSpace(turn.Text));
            Assert.Contains(turn.Kind, Kinds);
            Assert.Equal(turn.HasAnswer, !KindsWithoutAnswer.Contains(turn.Kind));
            Assert.Equal(turn.Kind == "follow-up", turn is { Previous: not null, PreviousText: not null });
        });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Labels_name_articles_that_customers_get_and_each_has_two_turns(string language)
    {
        var turns = await EvaluationTurn.AllAsync(language);
        var articles = (await ShippedPack.ArticlesAsync())
            .Where(article => article.Language == language && article.Audience == Audience.Customer)
            .Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        var named = turns.SelectMany(turn => turn.Answers).ToLookup(id => id, StringComparer.Ordinal);
        Assert.Empty(named.Select(id => id.Key).Concat(turns.Select(turn => turn.Previous).OfType<string>()).Except(articles));
        Assert.DoesNotContain(articles, id => named[id].Count() < 2);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_turn_is_taught_or_written_twice(string language)
    {
        var lexicon = await ShippedPack.LexiconAsync();
        var taught = (await ShippedPack.ArticlesAsync())
            .Where(article => article.Language == language)
            .SelectMany(article => article.Questions.Append(article.Title))
            .Concat([.. lexicon.OffTopicIn(language), .. lexicon.UnansweredIn(language), .. lexicon.AskedIn(language).Select(question => question.Text)])
            .Select(TextFolding.Fold)
            .ToHashSet(StringComparer.Ordinal);

        var turns = (await EvaluationTurn.AllAsync(language)).Select(turn => TextFolding.Fold(turn.Text)).ToList();
        var released = (await LabelledFile.ReadAsync(Path.Combine(AppContext.BaseDirectory, "Content", $"evaluation.{language}.jsonl"), TestContext.Current.CancellationToken))
            .Select(question => TextFolding.Fold(question.Text)).ToList();
        Assert.DoesNotContain(turns, taught.Contains);
        Assert.DoesNotContain(released, taught.Contains);
        Assert.Empty(turns.Intersect(released, StringComparer.Ordinal));
        Assert.Equal(turns.Count, turns.Distinct(StringComparer.Ordinal).Count());
    }
}
