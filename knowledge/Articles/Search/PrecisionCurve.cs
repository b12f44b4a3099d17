namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// What share of the answers above each confidence is right, on questions like those to expect. The share is the mean of the
/// confidences, not a count of the right ones: a count moves with every single question near the limit.
/// </summary>
internal sealed class PrecisionCurve
{
    /// <summary>Of the wrong answers that are allowed; what is met on these questions is missed by a little on others.</summary>
    private const double Margin = 0.7;

    /// <summary>When nothing could be measured.</summary>
    public static readonly PrecisionCurve Unknown = new([], new Dictionary<Evidence, float>());

    private readonly (float Confidence, double Precision)[] _points;

    public PrecisionCurve(IReadOnlyCollection<GateExample> examples, IReadOnlyDictionary<Evidence, float> confidences)
    {
        // One wrong answer more than is expected: the first few prove little.
        var (right, all) = (0.0, 1.0);
        List<(float, double)> points = [];
        foreach (var tied in examples.GroupBy(example => confidences[example.Evidence]).OrderByDescending(group => group.Key))
        {
            all += tied.Sum(example => example.Weight);
            right += tied.Sum(example => example.Weight) * tied.Key;
            points.Add((tied.Key, right / all));
        }

        _points = [.. points];
    }

    /// <summary>The least confidence that gives the precision, aimed a little higher. Where none did, confidence is taken at its word.</summary>
    public double ThresholdFor(double precision)
    {
        var aim = 1 - ((1 - precision) * Margin);
        return _points.LastOrDefault(point => point.Precision >= aim, (Confidence: (float)aim, Precision: aim)).Confidence;
    }
}
