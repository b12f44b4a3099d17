using BillingBot.Recognizers;
using BillingBot.Recognizers.English;
using NodaTime;

namespace BillingBot.Tests.Recognizers;

public sealed class EnglishDatesTests
{
    private static readonly LocalDateTime Wednesday = new(2026, 5, 13, 10, 0);

    private readonly DateTimeRecognizer _recognizer = new(new Dictionary<string, ITimexExtractor>(StringComparer.Ordinal) { ["en"] = new EnglishTimexExtractor() });

    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        using var table = new StreamReader(typeof(EnglishDatesTests).Assembly.GetManifestResourceStream("english-dates.tsv")!);
        while (table.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var query, var text, var type, var timex])
                rows.Add(query, text, type, timex);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Finds_what_the_customer_said(string query, string text, string type, string timex)
    {
        var found = Recognize(query);

        Assert.Equal(text, Joined(found.Select(result => result.Text)));
        Assert.Equal(type, Joined(found.Select(result => result.TypeName["datetimeV2.".Length..])));
        Assert.Equal(timex, Joined(found.Select(result => result.Values[0]["timex"])));
        Assert.All(found, result => Assert.Equal(result.Text, query[result.Start..(result.End + 1)]));
    }

    [Theory]
    [InlineData("XXXX-WXX-6T08 | XXXX-WXX-6T08 | XXXX-WXX-6T20 | XXXX-WXX-6T20", "2026-05-09 08:00:00 | 2026-05-16 08:00:00 | 2026-05-09 20:00:00 | 2026-05-16 20:00:00", "are you there on Saturday at 8?")]
    [InlineData("XXXX-05-03 | XXXX-05-03", "2026-05-03 | 2027-05-03", "on 3 May?")]
    [InlineData("XXXX-WXX-3 | XXXX-WXX-3", "2026-05-06 | 2026-05-13", "on Wednesday")]
    [InlineData("XXXX-02-29 | XXXX-02-29", "2024-02-29 | 2028-02-29", "29 February")]
    [InlineData("XXXX-02-30", "not resolved", "30 February")]
    [InlineData("2026-05-14T19:30", "2026-05-14 19:30:00", "tomorrow at 7:30pm")]
    public void Gives_the_past_and_the_coming_meaning_of_what_is_undated(string timexes, string values, string query)
    {
        var result = Assert.Single(Recognize(query));

        Assert.Equal(timexes, string.Join(" | ", result.Values.Select(value => value["timex"])));
        Assert.Equal(values, string.Join(" | ", result.Values.Select(value => value["value"])));
    }

    [Theory]
    [InlineData("last month's invoice", "2026-04-01", "2026-05-01")]
    [InlineData("Q3 2026", "2026-07-01", "2026-10-01")]
    [InlineData("next business week", "2026-05-18", "2026-05-23")]
    [InlineData("end of month", "2026-05-16", "2026-06-01")]
    [InlineData("the last week of April 2026", "2026-04-27", "2026-05-04")]
    [InlineData("the last week of February", "2027-02-22", "2027-03-01")]
    [InlineData("start of next quarter", "2026-07-01", "2026-08-01")]
    [InlineData("after 15 April 2026", "2026-04-15", null)]
    [InlineData("by the end of the month", null, "2026-06-01")]
    [InlineData("before 2025", null, "2025-01-01")]
    public void Resolves_periods_to_their_first_day_and_the_day_after_their_last(string query, string? start, string? end)
    {
        var value = Assert.Single(Recognize(query)).Values[^1];

        Assert.Equal(start, value.GetValueOrDefault("start"));
        Assert.Equal(end, value.GetValueOrDefault("end"));
    }

    private IReadOnlyList<ModelResult> Recognize(string query) => _recognizer.Recognize(query, "en", Wednesday);

    private static string Joined(IEnumerable<string> texts) => string.Join(" ; ", texts.DefaultIfEmpty("-"));
}
