using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

public sealed class FeatureSpreadTests
{
    private const ulong OfOne = 1, OfTwo = 2, OfOneAndAStray = 3;

    [Fact]
    public void A_feature_is_spread_among_as_many_topics_as_share_it_evenly()
    {
        List<TextFeatures> examples =
        [
            Text(OfOne, OfTwo, OfOneAndAStray), Text(OfOne, OfOneAndAStray), Text(OfOne, OfOneAndAStray), Text(OfTwo, OfOneAndAStray),
        ];
        var spread = FeatureSpread.Of(examples, [0, 0, 0, 1]);
        Assert.Equal(1, spread[OfOne], 4);
        Assert.Equal(2, spread[OfTwo], 4);
        Assert.InRange(spread[OfOneAndAStray], 1.5f, 1.9f);
    }

    [Fact]
    public void With_few_examples_what_all_of_one_topic_have_weighs_more_than_what_as_many_of_several_have()
    {
        List<TextFeatures> examples = [.. Enumerable.Range(0, 6).Select(number => number < 2 ? Text(OfOne) : number < 4 ? Text(OfTwo) : Text(9))];
        var vocabulary = new Vocabulary(examples, [0, 0, 1, 2, 3, 3], TrainingPlan.For(examples.Count, 4));
        var read = vocabulary.Read(Text(OfOne, OfTwo));
        Assert.True(read.Weights[read.Features[0] == Number(OfOne) ? 0 : 1] > read.Weights[read.Features[0] == Number(OfOne) ? 1 : 0]);

        int Number(ulong feature) => Assert.Single(vocabulary.Read(Text(feature)).Features);
    }

    private static TextFeatures Text(params ulong[] features) =>
        new([.. Enumerable.Range(0, Featurizer.Blocks).Select(block => block == 0 ? features.Select(feature => KeyValuePair.Create(feature, 1)).ToArray() : [])]);
}
