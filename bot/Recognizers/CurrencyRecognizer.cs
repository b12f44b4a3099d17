namespace BillingBot.Recognizers;

/// <param name="readers">By culture: "en", "ja".</param>
internal sealed class CurrencyRecognizer(IReadOnlyDictionary<string, INumberReader> readers) : ICurrencyRecognizer
{
    private readonly Dictionary<string, CurrencyReader> _currencies = readers.ToDictionary(
        reader => reader.Key, reader => new CurrencyReader(reader.Value, CurrencyWords.Of(reader.Key)), StringComparer.Ordinal);

    public IReadOnlyList<ModelResult> Recognize(string query, string culture)
    {
        var results = new List<ModelResult>();
        if (!readers.TryGetValue(culture, out var numbers))
            return results;
        var text = new Folded(query, numbers.Fold(query));
        for (var at = 0; at < query.Length;)
        {
            if (_currencies[culture].Read(text, at) is { } match)
            {
                results.Add(new(query[match.Start..match.End], match.Start, match.End - 1, "currency", [Values(match)]));
                at = match.End;
            }
            else
            {
                at = numbers.Read(text.Text, at) is { } other ? other.End : numbers.Next(text.Text, at);
            }
        }

        return results;
    }

    private static Dictionary<string, string> Values(CurrencyMatch match)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["unit"] = match.Unit.Name };
        if (match.Value is { } value)
            values["value"] = NumberMatch.Text(value);
        if (match.Unit.Code is { } code)
            values["isoCurrency"] = code;
        return values;
    }
}
