namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Ranks topics for a text by what their examples look like. Immutable.</summary>
internal sealed class TopicRanker
{
    private const float Ridge = 1f;
    private const int Elsewhere = -2;
    private readonly IReadOnlyList<Example> _examples;
    private readonly Vocabulary _vocabulary;
    private readonly SparseVector[] _vectors;
    private readonly InvertedIndex _index;
    private readonly KernelRidge _model;
    private readonly int[] _holders;
    private readonly int[] _homes;
    private readonly bool[] _everyTopic;

    public TopicRanker(Featurizer featurizer, IReadOnlyList<Example> examples, int topics)
    {
        _examples = examples;
        _vocabulary = new Vocabulary(featurizer, [.. examples.Select(example => example.Text)]);
        _vectors = [.. examples.Select(example => _vocabulary.Read(example.Text))];
        _index = new InvertedIndex(_vectors, _vocabulary.Count);
        _everyTopic = [.. Enumerable.Repeat(true, topics)];
        (_holders, _homes) = CountHolders();
        var similarities = new SymmetricMatrix(examples.Count);
        Parallel.For(0, examples.Count, row => _index.Similarities(_vectors[row]).CopyTo(similarities.Row(row)));
        _model = new KernelRidge(similarities, [.. examples.Select(example => example.Topic)], topics, Ridge);
    }

    /// <summary>The likeliest topics, best first; empty when no part of the text is known.</summary>
    /// <param name="normalized">The text.</param>
    /// <param name="allowed">Whether each topic may be answered at all.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<TopicScore> Rank(string normalized, bool[] allowed, int count)
    {
        var vector = _vocabulary.Read(normalized);
        if (vector.Features.Length == 0)
        {
            return [];
        }

        var similarities = _index.Similarities(vector);
        return Best(_model.Scores(similarities), similarities, Known(vector, _ => true), vector.Length, allowed, count);
    }

    /// <summary>As <see cref="Rank"/> would have ranked an example it had never seen.</summary>
    public IReadOnlyList<TopicScore> RankWithout(int example, int count)
    {
        var similarities = _index.Similarities(_vectors[example]);
        similarities[example] = 0;
        var known = Known(_vectors[example], feature => _holders[feature] > 1);
        return Best(_model.ScoresWithout(example), similarities, known, _vectors[example].Length, _everyTopic, count);
    }

    /// <summary>As <see cref="Rank"/> would rank the questions of a topic that had no article: each ranking is wrong.</summary>
    public IEnumerable<TopicScore> BestWithoutTopic(int topic)
    {
        var members = Enumerable.Range(0, _examples.Count).Where(example => _examples[example].Topic == topic).ToArray();
        var scores = _model.ScoresWithout(members);
        var allowed = _everyTopic.Select((_, other) => other != topic).ToArray();
        for (var member = 0; member < members.Length; member++)
        {
            var vector = _vectors[members[member]];
            if (!_examples[members[member]].IsQuestion)
            {
                continue;
            }

            var similarities = _index.Similarities(vector);
            foreach (var other in members)
            {
                similarities[other] = 0;
            }

            var known = Known(vector, feature => _homes[feature] != topic);
            yield return Best(scores[member], similarities, known, vector.Length, allowed, 1)[0];
        }
    }

    private List<TopicScore> Best(
        float[] scores, float[] similarities, float known, int length, bool[] allowed, int count)
    {
        var order = Enumerable.Range(0, scores.Length).Where(topic => allowed[topic])
            .OrderByDescending(topic => scores[topic]).Take(count + 1).ToList();
        var nearest = NearestByTopic(similarities, out var nearestOffTopic);
        return [.. order.Take(count).Select((topic, place) =>
        {
            var rival = order.Count == 1 ? 0 : scores[order[place == 0 ? 1 : 0]];
            var nearestRival = nearestOffTopic;
            for (var other = 0; other < nearest.Length; other++)
            {
                nearestRival = other == topic ? nearestRival : MathF.Max(nearestRival, nearest[other]);
            }

            return new TopicScore(topic, new Evidence(
                scores[topic], scores[topic] - rival, nearest[topic], nearestRival, known, MathF.Log(1 + length)));
        })];
    }

    private float[] NearestByTopic(float[] similarities, out float nearestOffTopic)
    {
        var nearest = new float[_everyTopic.Length];
        nearestOffTopic = 0;
        for (var example = 0; example < similarities.Length; example++)
        {
            ref var best = ref nearestOffTopic;
            if (_examples[example].Topic != Example.OffTopic)
            {
                best = ref nearest[_examples[example].Topic];
            }

            best = MathF.Max(best, similarities[example]);
        }

        return nearest;
    }

    private static float Known(SparseVector vector, Func<int, bool> counts)
    {
        var known = 0f;
        for (var index = 0; index < vector.Features.Length; index++)
        {
            known += counts(vector.Features[index]) ? vector.Weights[index] * vector.Weights[index] : 0;
        }

        return known;
    }

    /// <summary>Of each feature: how many examples hold it, and the topic when all of them are of one.</summary>
    private (int[] Holders, int[] Homes) CountHolders()
    {
        var (holders, homes) = (new int[_vocabulary.Count], new int[_vocabulary.Count]);
        for (var example = 0; example < _vectors.Length; example++)
        {
            foreach (var feature in _vectors[example].Features)
            {
                homes[feature] = holders[feature] == 0 || homes[feature] == _examples[example].Topic
                    ? _examples[example].Topic
                    : Elsewhere;
                holders[feature]++;
            }
        }

        return (holders, homes);
    }
}
