using System.Numerics;
using System.Runtime.InteropServices;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A symmetric positive definite matrix, row by row.</summary>
internal sealed class SymmetricMatrix(int size)
{
    private readonly float[] _values = new float[size * size];

    public int Size => size;

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
        Parallel.For(0, size, row =>
        {
            for (var column = 0; column <= row; column++)
            {
                var value = Dot(upper.Row(row)[row..], upper.Row(column)[row..]);
                inverse[row, column] = value;
                inverse[column, row] = value;
            }
        });
        return inverse;
    }

    private SymmetricMatrix Cholesky()
    {
        var lower = new SymmetricMatrix(size);
        for (var column = 0; column < size; column++)
        {
            var pivots = lower.Row(column)[..column];
            lower[column, column] = MathF.Sqrt(MathF.Max(this[column, column] - Dot(pivots, pivots), 1e-9f));
            Fill(lower, column);
        }

        return lower;
    }

    private void Fill(SymmetricMatrix lower, int column) => Parallel.For(column + 1, size, row =>
    {
        var known = Dot(lower.Row(row)[..column], lower.Row(column)[..column]);
        lower[row, column] = (this[row, column] - known) / lower[column, column];
    });

    /// <summary>The inverse of a lower triangle, transposed so that its columns lie in memory as rows.</summary>
    private SymmetricMatrix InverseOfLower(SymmetricMatrix lower)
    {
        var transposed = new SymmetricMatrix(size);
        Parallel.For(0, size, column =>
        {
            var solution = transposed.Row(column);
            solution[column] = 1 / lower[column, column];
            for (var row = column + 1; row < size; row++)
            {
                solution[row] = -Dot(lower.Row(row)[column..row], solution[column..row]) / lower[row, row];
            }
        });
        return transposed;
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var lefts = MemoryMarshal.Cast<float, Vector<float>>(left);
        var rights = MemoryMarshal.Cast<float, Vector<float>>(right);
        var (first, second, third, fourth) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var index = 0;
        for (; index + 3 < lefts.Length; index += 4)
        {
            // Four sums at once: a single one would wait for each addition to finish.
            first = Vector.FusedMultiplyAdd(lefts[index], rights[index], first);
            second = Vector.FusedMultiplyAdd(lefts[index + 1], rights[index + 1], second);
            third = Vector.FusedMultiplyAdd(lefts[index + 2], rights[index + 2], third);
            fourth = Vector.FusedMultiplyAdd(lefts[index + 3], rights[index + 3], fourth);
        }

        for (; index < lefts.Length; index++)
        {
            first = Vector.FusedMultiplyAdd(lefts[index], rights[index], first);
        }

        var sum = Vector.Sum((first + second) + (third + fourth));
        for (index = lefts.Length * Vector<float>.Count; index < left.Length; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }
}
