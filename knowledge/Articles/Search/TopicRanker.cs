namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Ranks topics for a text by what their examples look like. Immutable.</summary>
internal sealed class TopicRanker
{
    private readonly Vocabulary _vocabulary;
    private readonly LinearClassifier _linear;
    private readonly HiddenLayerClassifier? _hidden;
    private readonly NearestExamples _nearest;
    private readonly int[] _topics;

    /// <param name="examples">Topics without an example cannot be found.</param>
    /// <param name="plan">How to train.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public TopicRanker(IReadOnlyList<Example> examples, TrainingPlan plan, CancellationToken cancellationToken)
    {
        _topics = [.. examples.Where(example => example.HasAnswer).Select(example => example.Topic).Distinct().Order()];
        var labels = examples.Select(example => example.HasAnswer ? Array.BinarySearch(_topics, example.Topic) : None).ToArray();
        _vocabulary = new Vocabulary([.. examples.Select(example => example.Features)], plan.FewestHolders);
        var vectors = examples.Select(example => _vocabulary.Read(example.Features)).ToArray();
        var set = new TrainingSet(vectors, labels, None + 1, _vocabulary.Count);
        LinearClassifier? linear = null;
        HiddenLayerClassifier? hidden = null;
        Parallel.Invoke(
            () => hidden = plan.Hidden > 0 ? HiddenLayerClassifier.Train(set, plan, cancellationToken) : null,
            () => linear = LinearClassifier.Train(set, plan, cancellationToken));
        (_linear, _hidden) = (linear!, hidden);
        _nearest = new NearestExamples(vectors, labels, set.TopicCount, _vocabulary.Count);
    }

    /// <summary>The class after the topics: what no article answers.</summary>
    private int None => _topics.Length;

    /// <summary>Of the trained numbers, the vocabulary and the index.</summary>
    public long Bytes => _vocabulary.Bytes + _linear.Bytes + (_hidden?.Bytes ?? 0) + _nearest.Bytes;

    /// <summary>The likeliest topics, best first; empty when no word of the text is known.</summary>
    /// <param name="text">What is asked.</param>
    /// <param name="isAllowed">Whether a topic may be answered at all.</param>
    /// <param name="count">How many at most.</param>
    public TopicScores Rank(TextFeatures text, Func<int, bool> isAllowed, int count)
    {
        var vector = _vocabulary.Read(text);
        var allowed = Enumerable.Range(0, _topics.Length).Where(topic => isAllowed(_topics[topic])).ToArray();
        if (vector.Words == 0 || allowed.Length == 0)
        {
            return TopicScores.None;
        }

        var scores = _linear.Scores(vector);
        int[] classes = [.. allowed, None];
        var linear = Probabilities(scores, classes);
        var hidden = _hidden is null ? linear : Probabilities(_hidden.Scores(vector), classes);
        var both = Together(linear, hidden);
        var order = Enumerable.Range(0, allowed.Length).OrderByDescending(index => both[index]).Take(Math.Max(count, 2)).ToArray();
        var best = order[0];
        var near = _nearest.Compare(vector, allowed[best]);
        var evidence = new Evidence(
            both[best],
            order.Length > 1 ? both[order[1]] : 0,
            both[^1],
            -both.Sum(probability => probability * MathF.Log(probability + 1e-9f)),
            scores[allowed[best]] - scores.Average(),
            MathF.Log(scores.Sum(MathF.Exp)),
            MathF.Min(linear[best], hidden[best]),
            near.Best,
            near.Rival,
            vector.Weights.Sum(weight => weight * weight),
            near.Covered,
            vector.Length,
            near.Examples);
        return new TopicScores([.. order.Take(count).Select(index => new TopicScore(_topics[allowed[index]], both[index]))], evidence);
    }

    /// <summary>Of each example to a text.</summary>
    public float[] Similarities(TextFeatures text) => _nearest.Similarities(_vocabulary.Read(text));

    private static float[] Probabilities(float[] scores, int[] classes)
    {
        var probabilities = classes.Select(topic => scores[topic]).ToArray();
        Vectors.Softmax(probabilities);
        return probabilities;
    }

    private static float[] Together(float[] linear, float[] hidden)
    {
        var both = new float[linear.Length];
        for (var index = 0; index < both.Length; index++)
        {
            both[index] = (linear[index] + hidden[index]) / 2;
        }

        return both;
    }
}
