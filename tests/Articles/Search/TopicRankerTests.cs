using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

public sealed class TopicRankerTests
{
    private const int Invoice = 0, Refund = 1;
    private static readonly Featurizer Featurizer = new(Synonyms.Parse("- [refund, money back, 返金]"));
    private static readonly TopicRanker Ranker = new(
    [
        Example("where is my invoice", Invoice), Example("send me the invoice of March 2026", Invoice), Example("invoice never arrived", Invoice),
        Example("I want a refund", Refund), Example("refund the last payment", Refund), Example("when is the refund paid", Refund),
    ], TrainingPlan.For(6, 2), CancellationToken.None);

    [Theory]
    [InlineData("my invoices have not arrived", Invoice)]
    [InlineData("where is my invioce", Invoice)]
    [InlineData("can we have the money back", Refund)]
    [InlineData("返金してください", Refund)]
    public void Endings_spelling_mistakes_and_synonyms_are_survived(string text, int topic) =>
        Assert.Equal(topic, Rank(text).Topics[0].Topic);

    [Theory]
    [InlineData("2026")]
    [InlineData("INV 0142")]
    [InlineData("Xyzzy Qwfpgj")]
    [InlineData("👍")]
    public void A_number_or_a_name_nobody_taught_says_next_to_nothing(string text) =>
        Assert.True(Rank(text).Evidence is null or { Known: < 0.35f }, $"{Rank(text).Evidence}");

    [Fact]
    public void A_topic_that_may_not_be_answered_is_not_ranked() =>
        Assert.Equal(Refund, Assert.Single(Ranker.Rank(Featurizer.Read("where is my invoice"), topic => topic == Refund, 3).Topics).Topic);

    [Fact]
    public void Training_again_gives_the_same_model()
    {
        Example[] examples = [Example("one two three", 0), Example("four five six", 1)];
        var (first, second) = (
            new TopicRanker(examples, TrainingPlan.For(2, 2), CancellationToken.None), new TopicRanker(examples, TrainingPlan.For(2, 2), CancellationToken.None));
        Assert.Equal(
            first.Rank(Featurizer.Read("two six"), _ => true, 2).Topics, second.Rank(Featurizer.Read("two six"), _ => true, 2).Topics);
    }

    [Fact]
    public void The_model_for_many_examples_learns_too()
    {
        var ranker = new TopicRanker(
        [
            .. Enumerable.Range(0, 30).Select(number => Example($"where is invoice of customer {(char)('a' + number % 26)}", Invoice)),
            .. Enumerable.Range(0, 30).Select(number => Example($"refund my payment {(char)('a' + number % 26)}", Refund)),
        ], TrainingPlan.For(10_000, 2), CancellationToken.None);
        Assert.Equal(Invoice, ranker.Rank(Featurizer.Read("the invoice please"), _ => true, 1).Topics[0].Topic);
        Assert.Equal(Refund, ranker.Rank(Featurizer.Read("please refund"), _ => true, 1).Topics[0].Topic);
    }

    [Fact]
    public void Among_very_many_topics_the_right_one_is_found_by_what_few_of_them_have()
    {
        const int Topics = 2_000;
        static string Thing(int topic) => $"{(char)('a' + (topic % 26))}{"aeiou"[topic / 26 % 5]}{(char)('b' + (topic / 130 % 20))}o";
        var plan = TrainingPlan.For(Topics * 2, Topics);
        var ranker = new TopicRanker(
            [.. Enumerable.Range(0, Topics).SelectMany(topic => new[] { Example($"how do I clean the {Thing(topic)}", topic), Example($"{Thing(topic)} needs to be cleaned", topic) })],
            plan,
            CancellationToken.None);

        Assert.True(plan.IsSparse);
        Assert.All([0, 777, 1_999], topic => Assert.Equal(topic, ranker.Rank(Featurizer.Read($"cleaning our {Thing(topic)}"), _ => true, 3).Topics[0].Topic));

        // A number for each feature and each topic would take twenty times as much.
        Assert.InRange(ranker.Bytes, 0, 4_000_000);
    }

    private static TopicScores Rank(string text) => Ranker.Rank(Featurizer.Read(text), _ => true, 3);

    private static Example Example(string text, int topic) => new(Featurizer.Read(text), topic, IsQuestion: true);
}
