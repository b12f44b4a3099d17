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
