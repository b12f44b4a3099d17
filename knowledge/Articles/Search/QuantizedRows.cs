using System.Numerics;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A trained matrix, one byte a number with one scale a row: a quarter of the memory, and no answer changes.</summary>
internal sealed class QuantizedRows
{
    private readonly sbyte[] _values;
    private readonly float[] _scales;

    /// <param name="values">Row after row.</param>
    /// <param name="stride">Numbers a row in <paramref name="values"/>.</param>
    /// <param name="width">How many of them are kept.</param>
    public QuantizedRows(float[] values, int stride, int width)
    {
        Width = Padded(width);
        _scales = new float[values.Length / stride];
        _values = new sbyte[_scales.Length * Width];
        for (var row = 0; row < _scales.Length; row++)
        {
            var source = values.AsSpan(row * stride, width);
            var largest = 0f;
            foreach (var value in source)
            {
                largest = MathF.Max(largest, MathF.Abs(value));
            }

            _scales[row] = largest / sbyte.MaxValue;
            for (var column = 0; column < width && largest > 0; column++)
            {
                _values[(row * Width) + column] = (sbyte)MathF.Round(source[column] / _scales[row]);
            }
        }
    }

    /// <summary>Numbers a row, those kept and zeros.</summary>
    public int Width { get; }

    public long Bytes => _values.Length + (_scales.Length * (long)sizeof(float));

    /// <summary>The length of a row of bytes that whole vectors make up.</summary>
    public static int Padded(int width) => (width + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * Vector<sbyte>.Count;

    /// <param name="sums">As long as a row.</param>
    public void AddRow(Span<float> sums, int row, float factor) =>
        Vectors.AddBytes(sums, _values.AsSpan(row * Width, Width), factor * _scales[row]);
}
