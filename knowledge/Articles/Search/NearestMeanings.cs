namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The embeddings of the examples: how near what a text means is to each topic.</summary>
internal sealed class NearestMeanings(float[][] meanings, int[] topics, int topicCount)
{
    /// <summary>What makes probabilities of cosines, which differ little: a tenth nearer is e squared times likelier.</summary>
    public const float Sharpness = 20;

    public long Bytes => meanings.Sum(meaning => meaning.Length * (long)sizeof(float));

    /// <summary>Cosine to the nearest example of each topic.</summary>
    public float[] To(float[] meaning)
    {
        var nearest = new float[topicCount];
        Array.Fill(nearest, -1);
        for (var example = 0; example < meanings.Length; example++)
        {
            nearest[topics[example]] = MathF.Max(nearest[topics[example]], Vectors.Dot(meanings[example], meaning));
        }

        return nearest;
    }
}
