namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The likeliest topics, best first.</summary>
/// <param name="Topics">Up to three.</param>
/// <param name="ChoiceConfidence">Probability that the right one is among them.</param>
internal sealed record Ranking(IReadOnlyList<RankedTopic> Topics, float ChoiceConfidence)
{
    public static readonly Ranking Empty = new([], 0);
}
