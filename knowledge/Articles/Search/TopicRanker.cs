namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Ranks topics for a text by what their examples look like. Immutable.</summary>
internal sealed class TopicRanker
{
    private readonly Vocabulary _vocabulary;
    private readonly LinearClassifier _linear;
    private readonly HiddenLayerClassifier[] _networks;
    private readonly NearestExamples _nearest;
    private readonly NearestMeanings? _meanings;
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
        _networks = new HiddenLayerClassifier[plan.Networks];
        Parallel.Invoke([
            () => linear = LinearClassifier.Train(set, plan, cancellationToken),
            .. Enumerable.Range(0, plan.Networks).Select<int, Action>(
                number => () => _networks[number] = HiddenLayerClassifier.Train(set, plan, seed: number, cancellationToken)),
        ]);
        _linear = linear!;
        _nearest = new NearestExamples(vectors, labels, set.TopicCount, _vocabulary.Count);
        _meanings = examples.All(example => example.Features.Meaning is not null)
            ? new NearestMeanings([.. examples.Select(example => example.Features.Meaning!)], labels, set.TopicCount)
            : null;
    }

    /// <summary>The class after the topics: what no article answers.</summary>
    private int None => _topics.Length;

    /// <summary>Of the trained numbers, the vocabulary and the index.</summary>
    public long Bytes => _vocabulary.Bytes + _linear.Bytes + _networks.Sum(network => network.Bytes) + _nearest.Bytes + (_meanings?.Bytes ?? 0);

    /// <summary>The likeliest topics, best first; empty when no word of the text is known.</summary>
    /// <param name="text">What is asked.</param>
    /// <param name="isAllowed">Whether a topic may be answered at all.</param>
    /// <param name="count">How many at most.</param>
    public TopicScores Rank(TextFeatures text, Func<int, bool> isAllowed, int count)
    {
        var vector = _vocabulary.Read(text);
        var allowed = Enumerable.Range(0, _topics.Length).Where(topic => isAllowed(_topics[topic])).ToArray();
        var meanings = text.Meaning is { } meaning ? _meanings?.To(meaning) : null;
        if ((vector.Words == 0 && meanings is null) || allowed.Length == 0)
        {
            return TopicScores.None;
        }

        var scores = _linear.Scores(vector);
        int[] classes = [.. allowed, None];
        List<float[]> each = [Probabilities(scores, classes), .. _networks.Select(network => Probabilities(network.Scores(vector), classes))];
        if (meanings is not null)
        {
            each.Add(Probabilities([.. meanings.Select(cosine => cosine * NearestMeanings.Sharpness)], classes));
        }

        var together = Mean(each);
        var order = Enumerable.Range(0, allowed.Length).OrderByDescending(index => together[index]).Take(Math.Max(count, 2)).ToArray();
        var best = order[0];
        var near = _nearest.Compare(vector, allowed[best]);
        var evidence = new Evidence(
            together[best],
            order.Length > 1 ? together[order[1]] : 0,
            together[^1],
            -together.Sum(probability => probability * MathF.Log(probability + 1e-9f)),
            scores[allowed[best]] - scores.Average(),
            MathF.Log(scores.Sum(MathF.Exp)),
            each.Min(probabilities => probabilities[best]),
            near.Best,
            near.Rival,
            vector.Weights.Sum(weight => weight * weight),
            near.Covered,
            vector.Length,
            near.Examples,
            meanings?[allowed[best]] ?? 0,
            meanings?.Where((_, topic) => topic != allowed[best]).Max() ?? 0);
        return new TopicScores([.. order.Take(count).Select(index => new TopicScore(_topics[allowed[index]], together[index]))], evidence);
    }

    /// <summary>Of each example to a text.</summary>
    public float[] Similarities(TextFeatures text) => _nearest.Similarities(_vocabulary.Read(text));

    private static float[] Probabilities(float[] scores, int[] classes)
    {
        var probabilities = classes.Select(topic => scores[topic]).ToArray();
        Vectors.Softmax(probabilities);
        return probabilities;
    }

    private static float[] Mean(List<float[]> each)
    {
        var mean = new float[each[0].Length];
        foreach (var probabilities in each)
        {
            for (var index = 0; index < mean.Length; index++)
            {
                mean[index] += probabilities[index] / each.Count;
            }
        }

        return mean;
    }
}
