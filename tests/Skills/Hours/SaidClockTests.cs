using BillingBot.Conversation;
using BillingBot.Recognizers;
using BillingBot.Recognizers.English;
using BillingBot.Recognizers.Japanese;

namespace BillingBot.Tests.Skills.Hours;

/// <summary>The clock that a question names, and the one it is answered by.</summary>
public sealed class SaidClockTests
{
    private static readonly HoursDesk Desk = new()
    {
        Now = "2026-11-24 10:30",
        Said = new DateTimeRecognizer(new Dictionary<string, ITimexExtractor>(StringComparer.Ordinal)
        {
            ["en"] = new EnglishTimexExtractor(),
            ["ja"] = new JapaneseTimexExtractor(),
        }),
    };

    [Theory]
    [InlineData("open 9am UK time tomorrow?", "Wed 25 Nov, 18:00 Tokyo time (09:00 UK time): closed.")]
    [InlineData("are you open 3pm GMT on Wednesday", "Thu 26 Nov, 00:00 Tokyo time (Wed 25 Nov, 15:00 GMT): closed.")]
    [InlineData("at 01:00 UTC tomorrow?", "Wed 25 Nov, 10:00 Tokyo time (01:00 UTC): open, until 12:00 (03:00 UTC).")]
    [InlineData("tomorrow 8pm EST", "Wed 25 Nov, 10:00 Tokyo time (Tue 24 Nov, 20:00 US Eastern time): open")]
    [InlineData("tomorrow at 6pm et", "Wed 25 Nov, 08:00 Tokyo time (Tue 24 Nov, 18:00 US Eastern time): closed.")]
    [InlineData("5pm PT today", "Tue 24 Nov, 10:00 Tokyo time (Mon 23 Nov, 17:00 US Pacific time): open")]
    [InlineData("tomorrow 8am CET", "Wed 25 Nov, 16:00 Tokyo time (08:00 Central European time): open")]
    [InlineData("tomorrow at 10:00 UTC+8", "Wed 25 Nov, 11:00 Tokyo time (10:00 UTC+08): open")]
    [InlineData("11am in London on Friday", "Fri 27 Nov, 20:00 Tokyo time (11:00 UK time): closed.")]
    [InlineData("9am uk tomorrow", "Wed 25 Nov, 18:00 Tokyo time (09:00 UK time): closed.")]
    [InlineData("9amUTC tomorrow", "Wed 25 Nov, 18:00 Tokyo time (09:00 UTC): closed.")]
    [InlineData("tomorrow at 10am JST", "Wed 25 Nov, 10:00 Tokyo time: open, until 12:00.")]
    [InlineData("tomorrow at 10am your time", "Wed 25 Nov, 10:00 Tokyo time: open, until 12:00.")]
    [InlineData("tomorrow at 10am", "Wed 25 Nov, 10:00 Tokyo time: open, until 12:00.")]
    [InlineData("between 6am and 8am UK time tomorrow", "Wed 25 Nov, 15:00 Tokyo time (06:00 UK time)–17:00 (08:00 UK time): open the whole time.")]
    public async Task A_named_clock_is_read_and_both_are_told(string question, string summary) =>
        Assert.StartsWith(summary, (await Desk.Card(question)).Summary, StringComparison.Ordinal);

    [Theory]
    [InlineData("明日の日本時間10時は？", "11月25日(水) 10:00(日本時間)は受付中です(12:00まで)。")]
    [InlineData("英国時間で明日の9時に開いていますか", "11月25日(水) 18:00(日本時間、英国時間では9:00)は受付時間外です。")]
    [InlineData("明日の9時(UTC)は？", "11月25日(水) 18:00(日本時間、協定世界時では9:00)は受付時間外です。")]
    public async Task A_named_clock_is_read_in_japanese(string question, string summary) =>
        Assert.StartsWith(summary, (await (Desk with { Language = Language.Japanese }).Card(question)).Summary, StringComparison.Ordinal);

    [Theory]
    [InlineData("tomorrow, 10 o'clock our time?", "Thu 26 Nov, 00:00 Tokyo time (Wed 25 Nov, 10:00 your time): closed.")]
    [InlineData("at 5pm local time today", "Wed 25 Nov, 07:00 Tokyo time (Tue 24 Nov, 17:00 your time): closed.")]
    [InlineData("at 10am Tokyo time tomorrow", "Wed 25 Nov, 10:00 Tokyo time (Tue 24 Nov, 20:00 your time): open")]
    public async Task Our_time_is_the_persons_own(string question, string summary)
    {
        var now = Desk with { Now = "2026-11-25 02:30", Person = HoursDesk.Customer("America/New_York") };
        Assert.StartsWith(
            summary,
            (await (question.Contains("Tokyo", StringComparison.Ordinal) ? now with { Now = "2026-11-24 10:30" } : now).Card(question)).Summary,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("こちらの時間で明日の20時は？")]
    [InlineData("現地時間の明日20時は？")]
    public async Task Our_time_is_the_persons_own_in_japanese(string question) => Assert.StartsWith(
        "11月25日(水) 10:00(日本時間、お客様の現地時間では11月24日(火) 20:00)は受付中です",
        (await (Desk with { Language = Language.Japanese, Person = HoursDesk.Customer("America/New_York") }).Card(question)).Summary,
        StringComparison.Ordinal);

    [Fact]
    public async Task Where_our_time_is_not_known_it_says_so() => Assert.Equal(
        "Wed 25 Nov, 10:00 Tokyo time: open, until 12:00. I do not know your time zone, so this is Tokyo time.",
        (await Desk.Card("10am our time tomorrow")).Summary);

    [Fact]
    public async Task The_hours_of_today_are_told_by_the_named_clock_too()
    {
        var card = await Desk.Card("What are your hours in UK time?");
        Assert.Equal("We are open now, until 12:00 (03:00 UK time) and again from 13:00 (04:00 UK time).", card.Summary);
        Assert.Contains(new CardFact("UK time", "Europe/London (UTC+0:00), now Tue 24 Nov, 01:30"), card.Facts);
    }

    [Theory]
    [InlineData("at 10:00 UTC+99 tomorrow")]
    [InlineData("thanks for your time")]
    [InlineData("time time time UTC UTC JST")]
    public async Task Odd_words_are_no_accident(string question) => Assert.NotNull((await Desk.Card(question)).Summary);
}
