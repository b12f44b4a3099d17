using System.Numerics;
using System.Runtime.InteropServices;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Arithmetic on rows of numbers, several at a time. Lengths are multiples of <see cref="Width"/> where nothing else is said.</summary>
internal static class Vectors
{
    public static int Width => Vector<float>.Count;

    public static int Padded(int length) => (length + Width - 1) / Width * Width;

    /// <summary>sums += factor * values.</summary>
    public static void Add(Span<float> sums, ReadOnlySpan<float> values, float factor)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var right = MemoryMarshal.Cast<float, Vector<float>>(values);
        var by = new Vector<float>(factor);
        for (var index = 0; index < left.Length; index++)
        {
            left[index] = Vector.FusedMultiplyAdd(right[index], by, left[index]);
        }
    }

    /// <summary>sums += factor * values, of any length, as far as whole vectors go.</summary>
    /// <returns>How many numbers were added; the rest is left.</returns>
    public static int AddBytes(Span<float> sums, ReadOnlySpan<sbyte> values, float factor)
    {
        var by = new Vector<float>(factor);
        var column = 0;
        for (; column + Vector<sbyte>.Count <= values.Length; column += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(values[column..]), out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var target = MemoryMarshal.Cast<float, Vector<float>>(sums.Slice(column, Vector<sbyte>.Count));
            target[0] = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(first), by, target[0]);
            target[1] = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(second), by, target[1]);
            target[2] = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(third), by, target[2]);
            target[3] = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(fourth), by, target[3]);
        }

        return column;
    }

    /// <summary>Of any length.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var lefts = MemoryMarshal.Cast<float, Vector<float>>(left);
        var rights = MemoryMarshal.Cast<float, Vector<float>>(right);
        var sums = Vector<float>.Zero;
        for (var index = 0; index < lefts.Length; index++)
        {
            sums = Vector.FusedMultiplyAdd(lefts[index], rights[index], sums);
        }

        var sum = Vector.Sum(sums);
        for (var index = lefts.Length * Width; index < left.Length; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }

    /// <summary>Scores become probabilities.</summary>
    public static void Softmax(Span<float> scores)
    {
        var largest = float.MinValue;
        foreach (var score in scores)
        {
            largest = MathF.Max(largest, score);
        }

        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp(score - largest);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }
}
