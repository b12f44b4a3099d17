using BillingBot.Recognizers.Japanese;
using NodaTime;

namespace BillingBot.Tests.Recognizers;

/// <summary>What billing customers write, a line each in japanese-dates.tsv, said on a Monday morning.</summary>
public sealed class JapaneseDatesTests
{
    private static readonly LocalDateTime MondayMorning = new(2026, 11, 23, 10, 30);

    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Recognizers", "japanese-dates.tsv")).Skip(1))
        {
            var columns = line.Split('\t');
            rows.Add(columns[0], columns[1], columns[2], columns[3]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_expression_is_found_where_it_stands_and_nothing_else(string query, string text, string type, string timex)
    {
        var matches = new JapaneseTimexExtractor().Extract(query, MondayMorning).ToList();

        Assert.Equal(text, string.Join(';', matches.Select(match => query.Substring(match.Start, match.Length))));
        Assert.Equal(type, string.Join(';', matches.Select(match => match.Type)));
        Assert.Equal(timex, string.Join(';', matches.Select(match => match.Timex)));
    }
}
