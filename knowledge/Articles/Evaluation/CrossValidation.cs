namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>Deals questions out so that every one is asked once and never taught when it is asked.</summary>
internal static class CrossValidation
{
    /// <returns>The fold of each question; those of one label lie in different folds as far as there are enough.</returns>
    public static int[] Folds(IReadOnlyList<string> labels, int folds, int seed)
    {
        var random = new Random(seed);
        var dealt = new int[labels.Count];
        foreach (var label in Enumerable.Range(0, labels.Count).GroupBy(index => labels[index], StringComparer.Ordinal))
        {
            var members = label.ToArray();
            random.Shuffle(members);
            var start = random.Next(folds);
            for (var place = 0; place < members.Length; place++)
            {
                dealt[members[place]] = (start + place) % folds;
            }
        }

        return dealt;
    }
}
