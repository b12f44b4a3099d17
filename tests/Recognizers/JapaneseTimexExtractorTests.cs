using System.Diagnostics;
using BillingBot.Recognizers;
using BillingBot.Recognizers.Japanese;
using NodaTime;

namespace BillingBot.Tests.Recognizers;

public sealed class JapaneseTimexExtractorTests
{
    private const int Huge = 100_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly LocalDateTime MondayMorning = new(2026, 11, 23, 10, 30);

    private static List<TimexMatch> Extract(string query) => [.. new JapaneseTimexExtractor().Extract(query, MondayMorning)];

    [Theory]
    [InlineData("9月以降の請求書", "since")]
    [InlineData("9月までの請求書", "until")]
    [InlineData("10月1日以降", "after")]
    [InlineData("10月1日より前の請求書", "before")]
    [InlineData("10月1日またはその前", "until")]
    [InlineData("10月1日またはそれ以降", "since")]
    [InlineData("昨日から使えない", "since")]
    [InlineData("17時までに返事をください", "before")]
    [InlineData("9月上旬の請求書", "start")]
    [InlineData("9月中旬の請求書", "mid")]
    [InlineData("今月末", "end")]
    [InlineData("5月中旬以降", "after-mid")]
    [InlineData("10時ごろ", "approx")]
    [InlineData("9月の請求書", null)]
    public void What_bounds_or_loosens_a_date_is_said_as_its_mod(string query, string? mod) =>
        Assert.Equal(mod, Assert.Single(Extract(query)).Mod);

    [Theory]
    [InlineData("土曜の8時", true)]
    [InlineData("土曜の午前8時", false)]
    [InlineData("土曜の20時", false)]
    [InlineData("08:30", false)]
    [InlineData("朝8時", false)]
    [InlineData("4時から7時まで", true)]
    [InlineData("9時から12時まで", false)]
    [InlineData("月曜の11時から4時", false)]
    public void An_hour_is_open_to_both_halves_of_the_day_only_when_nothing_says_which(string query, bool amPm) =>
        Assert.Equal(amPm, Assert.Single(Extract(query)).AmPm);

    [Fact]
    public void Only_the_first_Monday_of_next_month_is_meant_not_that_of_every_year() =>
        Assert.Equal(["2026-12-07"], Assert.Single(Extract("来月の第1月曜日")).Meanings!);

    [Fact]
    public void A_weekday_that_does_not_fit_this_month_is_looked_for_in_the_months_around() =>
        Assert.Equal(["2026-07-31", "2027-12-31"], Assert.Single(Extract("31日の金曜日")).Meanings!);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("　")]
    [InlineData("🎉🎂📅")]
    [InlineData("\uD83D")]
    [InlineData("ｺﾞｰﾙﾄﾞ ｶｰﾄﾞ ﾃﾞ ﾊﾗｲﾀｲ")]
    [InlineData("百百百百年前一十十月")]
    [InlineData("99999999999999999999年99月99日")]
    [InlineData("から まで 以降 ごろ の の の")]
    public void Text_without_a_date_gives_nothing(string query) => Assert.Empty(Extract(query));

    [Theory]
    [InlineData("📅９月１０日🎉に払う", "９月１０日")]
    [InlineData("ｾｲｷｭｳｼｮ ﾉ 9月分", "9月")]
    [InlineData("期日：２０２６年１２月１日（火）。", "２０２６年１２月１日（火）")]
    public void Places_count_in_the_query_as_it_was_written(string query, string text)
    {
        var match = Assert.Single(Extract(query));
        Assert.Equal(text, query.Substring(match.Start, match.Length));
    }

    [Theory]
    [InlineData("2月30日")]
    [InlineData("2025年2月29日から3月1日まで")]
    [InlineData("明治9999年1月1日")]
    [InlineData("999年後")]
    [InlineData("過去999年間")]
    [InlineData("99世紀")]
    [InlineData("2199年12月31日の24時")]
    public void Days_no_calendar_has_and_far_years_break_nothing(string query)
    {
        var recognizer = new DateTimeRecognizer(new Dictionary<string, ITimexExtractor>(StringComparer.Ordinal) { ["ja"] = new JapaneseTimexExtractor() });
        Assert.All(recognizer.Recognize(query, "ja", MondayMorning), result => Assert.NotEmpty(result.Values));
    }

    [Theory]
    [InlineData("2026年9月10日の午後3時から5時まで、")]
    [InlineData("この請求書の金額について教えてください。")]
    [InlineData("今年")]
    [InlineData("来年の")]
    [InlineData("9月から")]
    [InlineData("3日後から")]
    [InlineData("早ければ")]
    [InlineData("一")]
    [InlineData("十二月")]
    [InlineData("1-")]
    [InlineData("9")]
    [InlineData("(月)")]
    [InlineData("午前")]
    [InlineData("  ")]
    public void A_huge_text_costs_no_more_than_its_length(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (Huge / piece.Length) + 1));

        // Half a second at worst in a debug build; work growing with the square of the length takes minutes. Best of three,
        // since other tests share the processor.
        var best = Enumerable.Range(0, 3).Select(_ => Cost(text)).FirstOrDefault(cost => cost < Limit, TimeSpan.MaxValue);

        Assert.InRange(best, TimeSpan.Zero, Limit);

        static TimeSpan Cost(string text)
        {
            var watch = Stopwatch.StartNew();
            Extract(text);
            return watch.Elapsed;
        }
    }
}
