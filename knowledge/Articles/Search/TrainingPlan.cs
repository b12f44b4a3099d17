namespace BillingBot.Knowledge.Articles.Search;

/// <summary>How hard to train, which depends on how much there is to learn from. Measured; see the README's table.</summary>
/// <param name="Rounds">Passes over the examples.</param>
/// <param name="Rate">Size of the first steps; they shrink to nothing.</param>
/// <param name="HidesHalf">Half of a text's features are hidden at each look, so that none is relied on alone.</param>
/// <param name="Smoothing">Share of the target spread over all topics, so that few examples are not taken for certain.</param>
/// <param name="Networks">How many networks are averaged with the linear model; none when there is too little for them to learn from.</param>
/// <param name="FewestHolders">Examples that must have a feature; of many examples one that a single one has is noise and costs memory.</param>
/// <param name="IsRareByTopics">A feature tells much when few topics have it, see <see cref="FeatureSpread"/>; else when few examples do.</param>
/// <param name="Folds">How often to train without a fifth, to learn how far to trust the whole.</param>
/// <param name="IsSparse">Of each feature not all topics are learnt, see <see cref="SparseLinearClassifier"/>.</param>
internal sealed record TrainingPlan(int Rounds, float Rate, bool HidesHalf, float Smoothing, int Networks, int FewestHolders, bool IsRareByTopics, int Folds, bool IsSparse)
{
    /// <summary>Every question is held out once.</summary>
    public const int AllFolds = 5;
    private const int ManyExamples = 2_500, ManyOfATopic = 80, EnoughToCalibrate = 24_000, ManyTopics = 250;

    public static TrainingPlan For(int examples, int topics)
    {
        var folds = Math.Clamp(EnoughToCalibrate / Math.Max(1, examples), 1, AllFolds);
        var isSparse = topics > ManyTopics;
        return examples > ManyExamples
            ? new TrainingPlan(12, 4, true, 0, examples >= topics * ManyOfATopic ? 2 : 0, 2, false, folds, isSparse)
            : new TrainingPlan(30, 2, false, 0.1f, 0, 1, true, folds, isSparse);
    }
}
