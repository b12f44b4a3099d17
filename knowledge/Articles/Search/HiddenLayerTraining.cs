namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Stochastic gradient descent with dropout; each row has its own step size, smaller the more it was moved (Adagrad).</summary>
internal sealed class HiddenLayerTraining(TrainingSet set, TrainingPlan plan, int seed)
{
    public const int Units = 64;
    private const float Rate = 0.6f, UnitDropout = 0.3f, Smoothing = 0.1f;
    private readonly int _width = Vectors.Padded(set.TopicCount);
    private readonly FastRandom _random = new(seed);
    private readonly float[] _innerMoved = Filled(set.FeatureCount, 1e-4f);
    private readonly float[] _outerMoved = Filled(Units, 1e-3f);
    private readonly float[] _hidden = new float[Units];
    private readonly float[] _open = new float[Units];
    private readonly float[] _back = new float[Units];
    private readonly int[] _features = new int[set.LongestText];
    private readonly float[] _values = new float[set.LongestText];
    private float _biasMoved = 1e-3f;

    public float[] Inner { get; } = new float[set.FeatureCount * Units];
    public float[] InnerBias { get; } = new float[Units];
    public float[] Outer { get; } = new float[Units * Vectors.Padded(set.TopicCount)];
    public float[] OuterBias { get; } = new float[Vectors.Padded(set.TopicCount)];

    public void Run(CancellationToken cancellationToken)
    {
        Spread(Inner, Units, Units, 0.3f);
        Spread(Outer, _width, set.TopicCount, MathF.Sqrt(1f / Units));
        var errors = new float[_width];
        set.Teach(plan, Rate, _random, _features, _values, Look, cancellationToken);

        void Look(int example, int count, float rate)
        {
            Forward(count, errors);
            if (set.Subtract(errors, example, Smoothing) > TrainingSet.Learnt)
            {
                Backward(count, errors, rate);
            }
        }
    }

    private void Forward(int count, float[] scores)
    {
        InnerBias.CopyTo(_hidden, 0);
        for (var index = 0; index < count; index++)
        {
            Vectors.Add(_hidden, Inner.AsSpan(_features[index] * Units, Units), _values[index]);
        }

        OuterBias.CopyTo(scores, 0);
        for (var unit = 0; unit < Units; unit++)
        {
            _open[unit] = _hidden[unit] > 0 && _random.NextSingle() >= UnitDropout ? 1 / (1 - UnitDropout) : 0;
            _hidden[unit] *= _open[unit];
            if (_open[unit] > 0)
            {
                Vectors.Add(scores, Outer.AsSpan(unit * _width, _width), _hidden[unit]);
            }
        }

        Vectors.Softmax(scores.AsSpan(0, set.TopicCount));
    }

    private void Backward(int count, float[] errors, float rate)
    {
        var size = Vectors.Dot(errors, errors);
        for (var unit = 0; unit < Units; unit++)
        {
            _back[unit] = 0;
            if (_open[unit] > 0)
            {
                var row = Outer.AsSpan(unit * _width, _width);
                _back[unit] = Vectors.Dot(row, errors) * _open[unit];
                _outerMoved[unit] += size * _hidden[unit] * _hidden[unit];
                Vectors.Add(row, errors, -rate * _hidden[unit] / MathF.Sqrt(_outerMoved[unit]));
            }
        }

        _biasMoved += size;
        Vectors.Add(OuterBias, errors, -rate * 0.3f / MathF.Sqrt(_biasMoved));
        var innerSize = Vectors.Dot(_back, _back);
        for (var index = 0; index < count; index++)
        {
            var (feature, value) = (_features[index], _values[index]);
            _innerMoved[feature] += innerSize * value * value;
            Vectors.Add(Inner.AsSpan(feature * Units, Units), _back, -rate * value / MathF.Sqrt(_innerMoved[feature]));
        }
    }

    /// <summary>Small random numbers, so that the units learn different things.</summary>
    private void Spread(float[] values, int width, int used, float size)
    {
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = index % width < used ? size * 2 * (_random.NextSingle() + _random.NextSingle() + _random.NextSingle() - 1.5f) : 0;
        }
    }

    private static float[] Filled(int length, float value)
    {
        var filled = new float[length];
        Array.Fill(filled, value);
        return filled;
    }
}
