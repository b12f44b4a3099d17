namespace BillingBot.Recognizers;

/// <param name="readers">By culture: "en", "ja".</param>
internal sealed class NumberRecognizer(IReadOnlyDictionary<string, INumberReader> readers) : INumberRecognizer
{
    public IReadOnlyList<ModelResult> Recognize(string query, string culture)
    {
        var results = new List<ModelResult>();
        if (!readers.TryGetValue(culture, out var reader))
            return results;
        var text = reader.Fold(query);
        for (var at = 0; at < text.Length;)
        {
            if (reader.Read(text, at) is not { } number)
            {
                at = reader.Next(text, at);
                continue;
            }

            if (!reader.StandsAlone(text, number))
            {
                at = reader.Next(text, number.End - 1);
                continue;
            }

            results.Add(new(query[number.Start..number.End], number.Start, number.End - 1, "number", [new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = NumberMatch.Text(number.Value) }]));
            at = number.End;
        }

        return results;
    }
}
