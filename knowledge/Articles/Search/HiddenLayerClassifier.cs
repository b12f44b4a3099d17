namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// A network with one hidden layer: it learns which features go together, and so errs elsewhere than the
/// <see cref="LinearClassifier"/>. Immutable.
/// </summary>
internal sealed class HiddenLayerClassifier : IClassifier
{
    private readonly QuantizedRows _inner;
    private readonly QuantizedRows _outer;
    private readonly float[] _innerBias;
    private readonly float[] _outerBias;
    private readonly int _topics;

    private HiddenLayerClassifier(HiddenLayerTraining trained, TrainingSet set)
    {
        _inner = new QuantizedRows(trained.Inner, HiddenLayerTraining.Units, HiddenLayerTraining.Units);
        _outer = new QuantizedRows(trained.Outer, Vectors.Padded(set.TopicCount), set.TopicCount);
        _innerBias = trained.InnerBias;
        _topics = set.TopicCount;
        _outerBias = [.. trained.OuterBias[.._topics], .. new float[_outer.Width - _topics]];
    }

    public long Bytes => _inner.Bytes + _outer.Bytes + ((_innerBias.Length + _outerBias.Length) * (long)sizeof(float));

    public static HiddenLayerClassifier Train(TrainingSet set, TrainingPlan plan, int seed, CancellationToken cancellationToken)
    {
        var training = new HiddenLayerTraining(set, plan, seed);
        training.Run(cancellationToken);
        return new HiddenLayerClassifier(training, set);
    }

    public float[] Scores(SparseVector text)
    {
        var hidden = (float[])_innerBias.Clone();
        for (var index = 0; index < text.Features.Length; index++)
        {
            _inner.AddRow(hidden, text.Features[index], text.Weights[index]);
        }

        var scores = (float[])_outerBias.Clone();
        for (var unit = 0; unit < hidden.Length; unit++)
        {
            if (hidden[unit] > 0)
            {
                _outer.AddRow(scores, unit, hidden[unit]);
            }
        }

        return scores[.._topics];
    }
}
