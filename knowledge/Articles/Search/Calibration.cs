namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Learns how far to trust a ranker from questions it has not seen: each question left out, each topic left out (a
/// question about our subject that no article answers), and off-topic questions.
/// </summary>
internal static class Calibration
{
    public const int Choices = 3;

    /// <summary>Expected among a hundred questions asked; they need not be as many as there are examples.</summary>
    private const float Answerable = 70, NearMisses = 15, OffTopic = 15;

    /// <returns>How likely the best topic is right, and how likely the right one is among the best three.</returns>
    public static (LogisticGate Best, LogisticGate Choice) Fit(TopicRanker ranker, IReadOnlyList<Example> examples, int topics)
    {
        var known = new List<(Evidence Evidence, bool Best, bool Choice)>();
        var unknown = new List<Evidence>();
        for (var index = 0; index < examples.Count; index++)
        {
            if (!examples[index].IsQuestion)
            {
                continue;
            }

            var ranked = ranker.RankWithout(index, Choices);
            if (examples[index].Topic == Example.OffTopic)
            {
                unknown.Add(ranked[0].Evidence);
            }
            else
            {
                var place = ranked.TakeWhile(score => score.Topic != examples[index].Topic).Count();
                known.Add((ranked[0].Evidence, place == 0, place < ranked.Count));
            }
        }

        var nearMisses = topics < 2
            ? []
            : Enumerable.Range(0, topics).SelectMany(ranker.BestWithoutTopic).Select(score => score.Evidence).ToList();
        var wrong = Weighted(nearMisses, NearMisses, known.Count).Concat(Weighted(unknown, OffTopic, known.Count)).ToList();
        return (new([.. known.Select(row => new GateExample(row.Evidence, row.Best, 1)), .. wrong]),
            new([.. known.Select(row => new GateExample(row.Evidence, row.Choice, 1)), .. wrong]));
    }

    private static IEnumerable<GateExample> Weighted(IReadOnlyCollection<Evidence> wrong, float share, int known) =>
        wrong.Select(evidence => new GateExample(evidence, IsRight: false, known * share / Answerable / wrong.Count));
}
