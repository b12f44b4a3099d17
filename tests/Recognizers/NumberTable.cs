using BillingBot.Recognizers;
using BillingBot.Recognizers.English;
using BillingBot.Recognizers.Japanese;

namespace BillingBot.Tests.Recognizers;

/// <summary>english-numbers.tsv and japanese-numbers.tsv, and both recognisers over both languages.</summary>
internal static class NumberTable
{
    private static readonly Dictionary<string, INumberReader> Readers = new(StringComparer.Ordinal)
    {
        ["en"] = new EnglishNumberReader(),
        ["ja"] = new JapaneseNumberReader(),
    };

    public static NumberRecognizer Numbers { get; } = new(Readers);

    public static CurrencyRecognizer Currencies { get; } = new(Readers);

    /// <returns>Culture, query, texts and their values.</returns>
    /// <param name="column">Of the texts; the values stand in the next.</param>
    public static TheoryData<string, string, string, string> Rows(int column)
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var (culture, name) in new[] { ("en", "english-numbers.tsv"), ("ja", "japanese-numbers.tsv") })
        {
            using var table = new StreamReader(typeof(NumberTable).Assembly.GetManifestResourceStream(name)!);
            while (table.ReadLine() is { } line)
            {
                if (!line.StartsWith('#') && line.Split('\t') is { Length: 5 } cells)
                    rows.Add(culture, cells[0], cells[column], cells[column + 1]);
            }
        }

        return rows;
    }

    public static string Joined(IEnumerable<string> texts) => string.Join(" ; ", texts.DefaultIfEmpty("-"));
}
