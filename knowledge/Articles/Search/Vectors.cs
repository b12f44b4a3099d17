using System.Numerics;
using System.Numerics.Tensors;
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

    /// <summary>sums += factor * values, both of a length from <see cref="QuantizedRows.Padded"/>.</summary>
    public static void AddBytes(Span<float> sums, ReadOnlySpan<sbyte> values, float factor)
    {
        var bytes = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(values);
        var targets = MemoryMarshal.Cast<float, Vector<float>>(sums)[..(bytes.Length * 4)];
        var by = new Vector<float>(factor);
        for (var index = 0; index < bytes.Length; index++)
        {
            Vector.Widen(bytes[index], out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            var target = targets.Slice(index * 4, 4);
            target[0] = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(first), by, target[0]);
            target[1] = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(second), by, target[1]);
            target[2] = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(third), by, target[2]);
            target[3] = Vector.FusedMultiplyAdd(Vector.ConvertToSingle(fourth), by, target[3]);
        }
    }

    public static float Largest(Vector<float> values)
    {
        var largest = values[0];
        for (var index = 1; index < Width; index++)
        {
            largest = MathF.Max(largest, values[index]);
        }

        return largest;
    }

    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right) => TensorPrimitives.Dot(left, right);

    public static float Sum(ReadOnlySpan<float> values) => TensorPrimitives.Sum(values);

    /// <summary>In nats.</summary>
    public static float Entropy(ReadOnlySpan<float> probabilities)
    {
        var logarithms = new float[probabilities.Length];
        TensorPrimitives.Add(probabilities, 1e-9f, logarithms);
        TensorPrimitives.Log(logarithms, logarithms);
        return -TensorPrimitives.Dot(probabilities, logarithms);
    }

    /// <summary>The logarithm of the sum of e to the scores.</summary>
    public static float LogSumExp(ReadOnlySpan<float> scores)
    {
        var powers = new float[scores.Length];
        TensorPrimitives.Exp(scores, powers);
        return MathF.Log(TensorPrimitives.Sum(powers));
    }

    /// <summary>Scores become probabilities.</summary>
    public static void Softmax(Span<float> scores)
    {
        // e to a large score is infinite.
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), scores);
        TensorPrimitives.SoftMax(scores, scores);
    }
}
