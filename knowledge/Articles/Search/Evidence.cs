namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What speaks for and against a topic being the one a text asks for.</summary>
/// <param name="Score">The classifier's.</param>
/// <param name="Margin">Ahead of the best other topic; negative when behind.</param>
/// <param name="Nearest">Similarity to the topic's nearest example.</param>
/// <param name="NearestRival">Similarity to the nearest example of anything else, off-topic ones included.</param>
/// <param name="Known">Share of the text that some example has, zero to one.</param>
/// <param name="Length">Of the text, logarithmic.</param>
internal sealed record Evidence(
    float Score, float Margin, float Nearest, float NearestRival, float Known, float Length)
{
    public const int Count = 8;

    /// <summary>Above this similarity two questions are nearly the same words.</summary>
    private const float NearlySame = 0.5f;

    /// <summary>As numbers for the gate.</summary>
    public float[] ToArray() => [Score, Margin, Nearest, NearestRival, Known, Length, Score * Known, MathF.Max(0, Nearest - NearlySame)];
}
