namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Weighs questions so that those of each kind, and those the ranker gets wrong, count as many as are to be expected.</summary>
/// <remarks>
/// Examples are worded as differently as possible, so a held-out one is far harder than what customers ask. How often a ranker
/// is right is therefore taken from asked questions, where there are some; what right and wrong rankings look like, from all.
/// </remarks>
internal static class ExpectedQuestions
{
    /// <summary>Expected to a hundred questions: a quarter cannot be answered, mostly about our subject. They need not be as many as there are examples.</summary>
    private const float Answerable = 74, NearMisses = 18, OffTopic = 8;

    /// <summary>Questions of which nothing was recognised are not among them; they are never answered.</summary>
    public static List<GateExample> Weigh(IReadOnlyList<HeldOut> held, IReadOnlyList<HeldOut> asked, Func<HeldOut, bool> isRight)
    {
        var wrong = WrongWeight(held, asked, isRight);
        List<(HeldOut Question, float Weight)> rows = [.. held.Select(row => (row, isRight(row) ? 1 : wrong)), .. asked.Select(row => (row, 1f))];
        var answerable = rows.Where(row => row.Question.Kind == QuestionKind.Answerable).Sum(row => row.Weight);
        var nearMisses = NearMissesTo(asked);
        var counts = rows.CountBy(row => row.Question.Kind).ToDictionary(pair => pair.Key, pair => pair.Value);
        return [.. rows.Where(row => row.Question.Scores.Evidence is not null).Select(row => new GateExample(
            row.Question.Scores.Evidence!,
            isRight(row.Question),
            row.Question.Kind switch
            {
                QuestionKind.NearMiss => Each(QuestionKind.NearMiss, nearMisses),
                // They stand for the near misses where nobody knows any, and are harder than those where somebody does.
                QuestionKind.LeftOut => Each(QuestionKind.LeftOut, counts.ContainsKey(QuestionKind.NearMiss) ? NearMisses / 2 : NearMisses),
                QuestionKind.OffTopic => Each(QuestionKind.OffTopic, OffTopic),
                _ => row.Weight,
            }))];

        float Each(QuestionKind kind, float share) => answerable * share / Answerable / counts[kind];
    }

    /// <summary>
    /// Halfway between what is assumed and what was asked: who gathers questions to ask gathers fewer of those that
    /// nothing answers, or more, than customers will have.
    /// </summary>
    private static float NearMissesTo(IReadOnlyList<HeldOut> asked)
    {
        var unanswerable = asked.Count(row => row.Kind == QuestionKind.NearMiss);
        return unanswerable == 0 || unanswerable == asked.Count
            ? NearMisses
            : (NearMisses + (Answerable * unanswerable / (asked.Count - unanswerable))) / 2;
    }

    /// <summary>How much less a wrong ranking of a held-out question counts, so that they are as many as of asked ones.</summary>
    private static float WrongWeight(IReadOnlyList<HeldOut> held, IReadOnlyList<HeldOut> asked, Func<HeldOut, bool> isRight) =>
        asked.Count == 0 ? 1 : MathF.Min(1, OddsOfWrong(asked, isRight) / OddsOfWrong(held, isRight));

    /// <summary>By the rule of succession: one wrong and one right more than were seen.</summary>
    private static float OddsOfWrong(IReadOnlyList<HeldOut> rows, Func<HeldOut, bool> isRight)
    {
        var answerable = rows.Where(row => row.Kind == QuestionKind.Answerable).ToList();
        return (answerable.Count(row => !isRight(row)) + 1f) / (answerable.Count(isRight) + 1f);
    }
}
