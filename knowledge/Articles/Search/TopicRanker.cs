namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Ranks topics for a text by what their examples look like. Immutable.</summary>
internal sealed class TopicRanker
{
    private readonly Vocabulary _vocabulary;
    private readonly IClassifier _linear;
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
        _vocabulary = new Vocabulary([.. examples.Select(example => example.Features)], labels, plan);
        var vectors = examples.Select(example => _vocabulary.Read(example.Features)).ToArray();
        var set = new TrainingSet(vectors, labels, None + 1, _vocabulary.Count);
        IClassifier? linear = null;
        _networks = new HiddenLayerClassifier[plan.Networks];
        Parallel.Invoke([
            () => linear = plan.IsSparse ? SparseLinearClassifier.Train(set, plan, cancellationToken) : LinearClassifier.Train(set, plan, cancellationToken),
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
        var classes = Classes(isAllowed);
        var meanings = text.Meaning is { } meaning ? _meanings?.To(meaning) : null;
        if ((vector.Words == 0 && meanings is null) || classes.Length == 1)
        {
            return TopicScores.None;
        }

        var scores = _linear.Scores(vector);
        List<float[]> each = [Probabilities(scores, classes), .. _networks.Select(network => Probabilities(network.Scores(vector), classes))];
        if (meanings is not null)
        {
            each.Add(Probabilities([.. meanings.Select(cosine => cosine * NearestMeanings.Sharpness)], classes));
        }

        var together = Mean(each);
        var order = Likeliest(together.AsSpan(..^1), Math.Max(count, 2));
        var best = order[0];
        var near = _nearest.Compare(vector, classes[best]);
        var evidence = new Evidence(
            together[best],
            order.Length > 1 ? together[order[1]] : 0,
            together[^1],
            Vectors.Entropy(together),
            scores[classes[best]] - (Vectors.Sum(scores) / scores.Length),
            Vectors.LogSumExp(scores),
            each.Min(probabilities => probabilities[best]),
            near.Best,
            near.Rival,
            Vectors.Dot(vector.Weights, vector.Weights),
            near.Covered,
            vector.Length,
            near.Examples,
            meanings?[classes[best]] ?? 0,
            meanings?.Where((_, topic) => topic != classes[best]).Max() ?? 0);
        return new TopicScores([.. order.Take(count).Select(index => new TopicScore(_topics[classes[index]], together[index]))], evidence);
    }

    /// <summary>Of each example to a text.</summary>
    public float[] Similarities(TextFeatures text) => _nearest.Similarities(_vocabulary.Read(text));

    /// <summary>The topics that may be answered, and none of them.</summary>
    private int[] Classes(Func<int, bool> isAllowed)
    {
        var classes = new int[_topics.Length + 1];
        var count = 0;
        for (var topic = 0; topic < _topics.Length; topic++)
        {
            if (isAllowed(_topics[topic]))
            {
                classes[count++] = topic;
            }
        }

        classes[count++] = None;
        return classes[..count];
    }

    /// <summary>Places of the largest, largest first.</summary>
    private static int[] Likeliest(ReadOnlySpan<float> probabilities, int count)
    {
        var places = new int[Math.Min(count, probabilities.Length)];
        var found = 0;
        for (var index = 0; index < probabilities.Length; index++)
        {
            var place = found;
            while (place > 0 && probabilities[places[place - 1]] < probabilities[index])
            {
                place--;
            }

            if (place < places.Length)
            {
                found = Math.Min(found + 1, places.Length);
                places.AsSpan(place..(found - 1)).CopyTo(places.AsSpan(place + 1));
                places[place] = index;
            }
        }

        return places;
    }

    private static float[] Probabilities(float[] scores, int[] classes)
    {
        var probabilities = new float[classes.Length];
        for (var index = 0; index < classes.Length; index++)
        {
            probabilities[index] = scores[classes[index]];
        }

        Vectors.Softmax(probabilities);
        return probabilities;
    }

    private static float[] Mean(List<float[]> each)
    {
        if (each.Count == 1)
        {
            return each[0];
        }

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
