namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A trained matrix, one byte a number with one scale a row: a quarter of the memory, and no answer changes.</summary>
internal sealed class QuantizedRows
{
    private readonly sbyte[] _values;
    private readonly float[] _scales;
    private readonly int _width;

    /// <param name="values">Row after row.</param>
    /// <param name="stride">Numbers a row in <paramref name="values"/>.</param>
    /// <param name="width">How many of them are kept.</param>
    public QuantizedRows(float[] values, int stride, int width)
    {
        _width = width;
        _scales = new float[values.Length / stride];
        _values = new sbyte[_scales.Length * width];
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
                _values[(row * width) + column] = (sbyte)MathF.Round(source[column] / _scales[row]);
            }
        }
    }

    public long Bytes => _values.Length + (_scales.Length * (long)sizeof(float));

    public void AddRow(Span<float> sums, int row, float factor)
    {
        var scaled = factor * _scales[row];
        var values = _values.AsSpan(row * _width, _width);
        var column = Vectors.AddBytes(sums, values, scaled);
        for (; column < values.Length; column++)
        {
            sums[column] += scaled * values[column];
        }
    }
}
