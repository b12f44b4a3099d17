namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A symmetric positive definite matrix, row by row.</summary>
internal sealed class SymmetricMatrix(int size)
{
    private readonly float[] _values = new float[size * size];

    public float this[int row, int column]
    {
        get => _values[(row * size) + column];
        set => _values[(row * size) + column] = value;
    }

    public Span<float> Row(int row) => _values.AsSpan(row * size, size);

    /// <summary>The inverse by Cholesky: A = L·Lᵀ, so A⁻¹ = L⁻ᵀ·L⁻¹. Only the lower triangle is read.</summary>
    public SymmetricMatrix Inverse()
    {
        var upper = InverseOfLower(Cholesky());
        var inverse = new SymmetricMatrix(size);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var value = Vectors.Dot(upper.Row(row)[row..], upper.Row(column)[row..]);
                inverse[row, column] = value;
                inverse[column, row] = value;
            }
        }

        return inverse;
    }

    private SymmetricMatrix Cholesky()
    {
        var lower = new SymmetricMatrix(size);
        for (var column = 0; column < size; column++)
        {
            var pivots = lower.Row(column)[..column];
            lower[column, column] = MathF.Sqrt(MathF.Max(this[column, column] - Vectors.Dot(pivots, pivots), 1e-9f));
            for (var row = column + 1; row < size; row++)
            {
                var known = Vectors.Dot(lower.Row(row)[..column], pivots);
                lower[row, column] = (this[row, column] - known) / lower[column, column];
            }
        }

        return lower;
    }

    /// <summary>The inverse of a lower triangle, transposed so that its columns lie in memory as rows.</summary>
    private SymmetricMatrix InverseOfLower(SymmetricMatrix lower)
    {
        var transposed = new SymmetricMatrix(size);
        for (var column = 0; column < size; column++)
        {
            var solution = transposed.Row(column);
            solution[column] = 1 / lower[column, column];
            for (var row = column + 1; row < size; row++)
            {
                solution[row] = -Vectors.Dot(lower.Row(row)[column..row], solution[column..row]) / lower[row, row];
            }
        }

        return transposed;
    }
}
