namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// One-against-the-rest ridge regression on similarities. Unlike other linear classifiers it tells in closed form what
/// it would have said of an example, or of a whole class, had it never seen it: that is what confidence is calibrated on.
/// </summary>
internal sealed class KernelRidge
{
    private readonly int[] _labels;
    private readonly SymmetricMatrix _inverse;
    private readonly float[][] _weights;

    /// <param name="similarities">Of every two examples.</param>
    /// <param name="labels">The class of each example; negative when it belongs to none.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="ridge">How much a single example is distrusted.</param>
    public KernelRidge(SymmetricMatrix similarities, int[] labels, int classes, float ridge)
    {
        _labels = labels;
        Classes = classes;
        var regularized = new SymmetricMatrix(similarities.Size);
        for (var row = 0; row < similarities.Size; row++)
        {
            similarities.Row(row).CopyTo(regularized.Row(row));
            regularized[row, row] += ridge;
        }

        _inverse = regularized.Inverse();
        _weights = [.. Enumerable.Range(0, labels.Length).Select(WeightsOf)];
    }

    public int Classes { get; }

    /// <summary>A score a class, about one for the right class and zero for the others.</summary>
    /// <param name="similarities">Of the text to every example.</param>
    public float[] Scores(ReadOnlySpan<float> similarities)
    {
        var scores = new float[Classes];
        for (var example = 0; example < similarities.Length; example++)
        {
            if (similarities[example] != 0)
            {
                Add(scores, _weights[example], similarities[example]);
            }
        }

        return scores;
    }

    /// <summary>The scores of an example as if it had not been among the examples.</summary>
    public float[] ScoresWithout(int example) => ScoresWithout([example])[0];

    /// <summary>The scores of some examples as if none of them had been among the examples.</summary>
    public float[][] ScoresWithout(int[] examples)
    {
        var block = new SymmetricMatrix(examples.Length);
        for (var row = 0; row < examples.Length; row++)
        {
            for (var column = 0; column < examples.Length; column++)
            {
                block[row, column] = _inverse[examples[row], examples[column]];
            }
        }

        var residuals = block.Inverse();
        return [.. examples.Select((example, row) => Held(example, residuals.Row(row), examples))];
    }

    private float[] Held(int example, ReadOnlySpan<float> residuals, int[] examples)
    {
        var scores = new float[Classes];
        for (var other = 0; other < examples.Length; other++)
        {
            Add(scores, _weights[examples[other]], -residuals[other]);
        }

        if (_labels[example] >= 0)
        {
            scores[_labels[example]] += 1;
        }

        return scores;
    }

    private float[] WeightsOf(int example)
    {
        var weights = new float[Classes];
        var row = _inverse.Row(example);
        for (var other = 0; other < _labels.Length; other++)
        {
            if (_labels[other] >= 0)
            {
                weights[_labels[other]] += row[other];
            }
        }

        return weights;
    }

    private static void Add(float[] scores, float[] weights, float factor)
    {
        for (var index = 0; index < scores.Length; index++)
        {
            scores[index] += factor * weights[index];
        }
    }
}
