using System.Globalization;
using BillingBot.Recognizers;
using BillingBot.Recognizers.English;
using NodaTime;

namespace BillingBot.Tests.Recognizers;

public sealed class EnglishDatesUnhappyTests
{
    private static readonly LocalDateTime Wednesday = new(2026, 5, 13, 10, 0);

    private readonly DateTimeRecognizer _recognizer = new(new Dictionary<string, ITimexExtractor>(StringComparer.Ordinal) { ["en"] = new EnglishTimexExtractor() });

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t ")]
    [InlineData("😀😀😀")]
    [InlineData("\ud83d")]
    [InlineData("\0\u0001\uffff")]
    [InlineData("0/0/0000 99:99 32/13/2026")]
    public void Nothing_is_found_in_nothing(string query) => Assert.Empty(Recognize(query));

    [Theory]
    [InlineData("😀 are you there tomorrow? 😀", "tomorrow", 17)]
    [InlineData("👩‍👩‍👧 tomorrow", "tomorrow", 9)]
    [InlineData("שלום, are you there tomorrow?", "tomorrow", 20)]
    [InlineData("\u202Etomorrow\u202C", "tomorrow", 1)]
    [InlineData("İİİ tomorrow", "tomorrow", 4)]
    [InlineData("on Ｍａｙ ３ please", "Ｍａｙ ３", 3)]
    [InlineData("due ２０２６－０５－２０", "２０２６－０５－２０", 4)]
    [InlineData("don’t call before the twenty‑first of June", "before the twenty‑first of June", 11)]
    public void Indices_are_those_of_the_words_as_written(string query, string text, int start)
    {
        var result = Assert.Single(Recognize(query));

        Assert.Equal((text, start, start + text.Length - 1), (result.Text, result.Start, result.End));
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("fr")]
    [InlineData("")]
    public void Cultures_without_an_extractor_find_nothing(string culture) => Assert.Empty(_recognizer.Recognize("tomorrow", culture, Wednesday));

    [Fact]
    public void A_date_too_far_off_is_not_reckoned_off_the_calendar() => Assert.Empty(Recognize("in 9999 years, or 9999 years ago"));

    // A pattern that went back over what it had read would not come to an end here.
    [Theory(Timeout = 120_000)]
    [InlineData("The invoice of 3 May 2026 is wrong, please call me tomorrow at 5pm. ", 2)]
    [InlineData("next last the of from 1 to 12: ", 0)]
    [InlineData("                              ", 0)]
    [InlineData("999999999999999999999999999999", 0)]
    [InlineData("may-may-may-1-1-1-2-2-2/3/3/3 ", 0)]
    public async Task A_hundred_kilobytes_are_read_in_one_pass(string piece, int found)
    {
        var times = 100_000 / piece.Length;
        var query = string.Concat(Enumerable.Repeat(piece, times));

        var results = await Task.Run(() => Recognize(query), TestContext.Current.CancellationToken);

        Assert.Equal(found * times, results.Count);
    }

    [Fact]
    public void Any_pile_of_date_words_is_read_without_fail()
    {
        var words = ("the next last this previous first second third twenty one two thirty 31 30 0 99 9999 12 24 2026 1999 0001 may february sun monday " +
            "week month years quarter days hours minutes of in on at from to until between and or - / . : , ( ) after before since by end mid early late " +
            "half past noon am p.m. o'clock tonight today now century 1990s nineties easter weekend fiscal fy q1 h2 2/29 2026-02-30 13/13/2026 1/1 5/20/39 " +
            "ago later within for a couple 30th 32nd 0th").Split(' ');
        var random = new Random(20260513);
        for (var i = 0; i < 3000; i++)
        {
            var query = string.Join(i % 7 == 0 ? "" : " ", Enumerable.Range(0, 1 + (i % 8)).Select(_ => words[random.Next(words.Length)]));
            var end = -1;
            foreach (var result in Recognize(query))
            {
                Assert.True(result.Start > end && result.Text == query[result.Start..(result.End + 1)], string.Create(CultureInfo.InvariantCulture, $"{query}: {result}"));
                Assert.NotEmpty(result.Values);
                end = result.End;
            }
        }
    }

    private IReadOnlyList<ModelResult> Recognize(string query) => _recognizer.Recognize(query, "en", Wednesday);
}
