namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What speaks for and against the likeliest topic being the one a text asks for.</summary>
/// <param name="Probability">The classifiers', of the topic; as if whatever no topic answers were like what was taught so.</param>
/// <param name="Rival">Of the next topic.</param>
/// <param name="None">That no topic is right.</param>
/// <param name="Entropy">Of all topics and of none, in nats.</param>
/// <param name="Score">The linear classifier's, over the average topic.</param>
/// <param name="Energy">Of all its scores together: low when nothing is recognised.</param>
/// <param name="Agreement">The least of the classifiers' probabilities.</param>
/// <param name="Nearest">Similarity to the topic's nearest example.</param>
/// <param name="NearestRival">To the nearest example of anything else.</param>
/// <param name="Known">Share of the text that some example has, zero to one.</param>
/// <param name="Covered">Share of its words that examples of the topic have.</param>
/// <param name="Length">Of the text, in words.</param>
/// <param name="Examples">Of the topic.</param>
/// <param name="Meaning">Cosine of the embedding to the topic's nearest example; zero without a model for it.</param>
/// <param name="MeaningRival">To the nearest example of anything else.</param>
internal sealed record Evidence(
    float Probability,
    float Rival,
    float None,
    float Entropy,
    float Score,
    float Energy,
    float Agreement,
    float Nearest,
    float NearestRival,
    float Known,
    float Covered,
    int Length,
    int Examples,
    float Meaning = 0,
    float MeaningRival = 0)
{
    private const float Least = 1e-4f;

    /// <summary>Above this similarity two questions are nearly the same words.</summary>
    private const float NearlySame = 0.5f;

    /// <summary>The few numbers that tell most, for the <see cref="LogisticGate"/>, which must make do with few questions.</summary>
    public float[] Core() => [Odds(Probability), Score, Known, Covered, MathF.Max(0, Nearest - NearlySame), Odds(None), Meaning];

    /// <summary>All of them, for the <see cref="TreeGate"/>.</summary>
    public float[] All() =>
    [
        Odds(Probability), Score, Known, Covered, MathF.Log(1 + Length), MathF.Log((Probability + Least) / (Rival + Least)), Entropy, Energy,
        Odds(Agreement), Nearest, NearestRival, Nearest - NearestRival, Examples, Probability * Covered, Probability * Nearest, Probability * Known, Odds(None),
        Meaning, Meaning - MeaningRival,
    ];

    private static float Odds(float probability) => MathF.Log((probability + Least) / (1 - probability + Least));
}
