namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A small tree of one boosting round: each leaf is the step that lowers the loss of its rows most.</summary>
internal sealed class RegressionTree
{
    private const int Depth = 3, Nodes = (1 << (Depth + 1)) - 1, FirstLeaf = (1 << Depth) - 1;
    private const float Step = 0.07f, Ridge = 1, LeastCertainty = 1, LeastGain = 1e-3f;
    private readonly int[] _columns = Enumerable.Repeat(-1, Nodes).ToArray();
    private readonly float[] _limits = new float[Nodes];
    private readonly float[] _values = new float[Nodes];

    /// <param name="columns">What to split by.</param>
    /// <param name="errors">First derivative of each row's likelihood.</param>
    /// <param name="certainties">Second derivative, negated.</param>
    public RegressionTree(SortedColumns columns, float[] errors, float[] certainties)
    {
        var nodes = new int[errors.Length];
        for (var depth = 0; depth <= Depth; depth++)
        {
            var (error, certainty) = Sums(nodes, errors, certainties);
            for (var node = (1 << depth) - 1; node < (1 << (depth + 1)) - 1; node++)
            {
                _values[node] = Step * error[node] / (certainty[node] + Ridge);
            }

            if (depth < Depth)
            {
                Split(columns, nodes, errors, certainties, error, certainty);
                for (var row = 0; row < nodes.Length; row++)
                {
                    nodes[row] = Next(nodes[row], columns.Rows[row]);
                }
            }
        }
    }

    public float Value(float[] row)
    {
        var node = 0;
        while (node < FirstLeaf && _columns[node] >= 0)
        {
            node = Next(node, row);
        }

        return _values[node];
    }

    /// <summary>A node that is not split keeps its rows.</summary>
    private int Next(int node, float[] row) => node >= FirstLeaf || _columns[node] < 0
        ? node
        : (2 * node) + (row[_columns[node]] < _limits[node] ? 1 : 2);

    private void Split(SortedColumns columns, int[] nodes, float[] errors, float[] certainties, float[] error, float[] certainty)
    {
        var gains = Enumerable.Repeat(LeastGain, Nodes).ToArray();
        for (var column = 0; column < columns.Orders.Length; column++)
        {
            var (leftError, leftCertainty, last) = (new float[Nodes], new float[Nodes], new float[Nodes]);
            foreach (var row in columns.Orders[column])
            {
                var (node, value) = (nodes[row], columns.Rows[row][column]);
                var (left, right) = (leftCertainty[node], certainty[node] - leftCertainty[node]);
                if (left >= LeastCertainty && right >= LeastCertainty && value > last[node])
                {
                    var gain = Gain(leftError[node], left) + Gain(error[node] - leftError[node], right) - Gain(error[node], certainty[node]);
                    if (gain > gains[node])
                    {
                        (gains[node], _columns[node], _limits[node]) = (gain, column, (value + last[node]) / 2);
                    }
                }

                leftError[node] += errors[row];
                leftCertainty[node] += certainties[row];
                last[node] = value;
            }
        }
    }

    private static float Gain(float error, float certainty) => error * error / (certainty + Ridge);

    private static (float[] Errors, float[] Certainties) Sums(int[] nodes, float[] errors, float[] certainties)
    {
        var (error, certainty) = (new float[Nodes], new float[Nodes]);
        for (var row = 0; row < nodes.Length; row++)
        {
            error[nodes[row]] += errors[row];
            certainty[nodes[row]] += certainties[row];
        }

        return (error, certainty);
    }
}
