using BillingBot.Conversation;
using BillingBot.Recognizers;
using BillingBot.Recognizers.English;

namespace BillingBot.Tests.Skills.Hours;

/// <summary>Through the recogniser: what English-speaking customers write.</summary>
public sealed class EnglishHoursTests
{
    private static readonly HoursDesk Desk = new()
    {
        Now = "2026-11-24 10:30",
        Language = Language.English,
        Said = new DateTimeRecognizer(new Dictionary<string, ITimexExtractor>(StringComparer.Ordinal) { ["en"] = new EnglishTimexExtractor() }),
    };

    [Theory]
    [InlineData("Are you open now?", "We are open now, until 12:00 and again from 13:00.")]
    [InlineData("opening hours", "We are open now, until 12:00 and again from 13:00.")]
    [InlineData("are you there on Saturday at 8?", "Sat 28 Nov, 08:00 Tokyo time: closed. Next opening: Mon 30 Nov, 09:00.")]
    [InlineData("are you there on Saturday?", "Sat 28 Nov: closed. Next opening: Mon 30 Nov, 09:00.")]
    [InlineData("on 3 May?", "Mon 3 May 2027: closed (Constitution Memorial Day). Next opening: Thu 6 May 2027, 09:00.")]
    [InlineData("tomorrow", "Wed 25 Nov: open 09:00–12:00, 13:00–18:00.")]
    [InlineData("today", "Tue 24 Nov: open 09:00–12:00, 13:00–18:00.")]
    [InlineData("tomorrow at 10am", "Wed 25 Nov, 10:00 Tokyo time: open, until 12:00.")]
    [InlineData("tomorrow morning", "Wed 25 Nov, 08:00–12:00 Tokyo time: open for part of it, 09:00–12:00.")]
    [InlineData("next week", "Mon 30 Nov – Sun 6 Dec: our usual hours.")]
    [InlineData("in December", "Tue 1 Dec – Thu 31 Dec: our usual hours, except on the days below.")]
    [InlineData("this weekend?", "Sat 28 Nov – Sun 29 Nov: closed throughout. Next opening: Mon 30 Nov, 09:00.")]
    [InlineData("can I call at 7pm?", "Tue 24 Nov, 19:00 Tokyo time: closed. Next opening: Wed 25 Nov, 09:00.")]
    [InlineData("are you open on Christmas day?", "Fri 25 Dec: open 09:00–12:00, 13:00–18:00.")]
    [InlineData("Friday or Saturday?", "Fri 27 Nov: open 09:00–12:00, 13:00–18:00. Sat 28 Nov: closed. Next opening: Mon 30 Nov, 09:00.")]
    [InlineData("between 14:00 and 16:00 tomorrow", "Wed 25 Nov, 14:00–16:00 Tokyo time: open the whole time.")]
    [InlineData("after 6pm", "Tue 24 Nov, 18:00–Wed 25 Nov, 00:00 Tokyo time: closed. Next opening: Wed 25 Nov, 09:00.")]
    [InlineData("are you open on Saturdays?", "Sat 28 Nov: closed. Next opening: Mon 30 Nov, 09:00.")]
    [InlineData("between 8 and 10 on Friday?", "Fri 27 Nov, 08:00–10:00 Tokyo time: open for part of it, 09:00–10:00.")]
    [InlineData("from 24 December to 5 January", "Thu 24 Dec – Tue 5 Jan 2027: our usual hours, except on the days below.")]
    [InlineData("over new year", "Fri 1 Jan 2027: closed (Year-end closure). Next opening: Mon 4 Jan 2027, 09:00.")]
    [InlineData("tonight", "Tue 24 Nov, 20:00–23:59 Tokyo time: closed. Next opening: Wed 25 Nov, 09:00.")]
    [InlineData("Are you open on public holidays?", "We are closed on public holidays.")]
    [InlineData("on xmas eve?", "Thu 24 Dec: open 09:00–12:00, 13:00–18:00.")]
    [InlineData("xmas eve", "Thu 24 Dec: open 09:00–12:00, 13:00–18:00.")]
    [InlineData("xmas", "Fri 25 Dec: open 09:00–12:00, 13:00–18:00.")]
    [InlineData("open 31 november?", "I cannot find “31 november” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("open on 30 Feb 2027?", "I cannot find “30 Feb 2027” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("open on November 31st?", "I cannot find “November 31st” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("30 feb", "I cannot find “30 feb” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("open on the 31st of november 2026?", "I cannot find “31st of november 2026” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("31 november at 10am", "I cannot find “31 november at 10am” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("open 2026-11-31?", "I cannot find “2026-11-31” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("open 11/31?", "I cannot find “11/31” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("30 feb 2027 morning", "I cannot find “30 feb 2027 morning” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("from 30 Feb 2027 to 5 March 2027", "I cannot find “30 Feb 2027” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("3 days after 30 Feb 2027", "I cannot find “after 30 Feb 2027” in the calendar. Our usual hours: Mon–Fri 09:00–12:00, 13:00–18:00.")]
    [InlineData("in summer", "We are open now, until 12:00 and again from 13:00.")]
    [InlineData("end of year opening hours", "Last opening before the turn of the year: until Mon 28 Dec, 18:00. First opening after it: Mon 4 Jan 2027, 09:00.")]
    [InlineData("tomorrow at 12:30", "Wed 25 Nov, 12:30 Tokyo time: closed. Next opening: Wed 25 Nov, 13:00.")]
    [InlineData("tomorrow at 9", "Wed 25 Nov, 09:00 Tokyo time: open, until 12:00.")]
    [InlineData("tomorrow at 2", "Wed 25 Nov, 02:00 Tokyo time: closed. Wed 25 Nov, 14:00 Tokyo time: open, until 18:00. Next opening: Wed 25 Nov, 09:00.")]
    [InlineData("tomorrow at 00:30", "Wed 25 Nov, 00:30 Tokyo time: closed. Next opening: Wed 25 Nov, 09:00.")]
    [InlineData("tomorrow at 8pm", "Wed 25 Nov, 20:00 Tokyo time: closed. Next opening: Thu 26 Nov, 09:00.")]
    [InlineData("tomorrow afternoon", "Wed 25 Nov, 12:00–18:00 Tokyo time: open for part of it, 13:00–18:00.")]
    [InlineData("tomorrow evening", "Wed 25 Nov, 17:00–22:00 Tokyo time: open for part of it, 17:00–18:00.")]
    [InlineData("which holidays did you have last year?", "I only look at today and the days to come. We are open now, until 12:00 and again from 13:00.")]
    [InlineData("yesterday", "I only look at today and the days to come. We are open now, until 12:00 and again from 13:00.")]
    [InlineData("shut on 28 dec?", "Mon 28 Dec: open 09:00–12:00, 13:00–18:00.")]
    [InlineData("when do you close for the year end?", "Last opening before the turn of the year: until Mon 28 Dec, 18:00. First opening after it: Mon 4 Jan 2027, 09:00.")]
    [InlineData("when are you back in the new year?", "Last opening before the turn of the year: until Mon 28 Dec, 18:00. First opening after it: Mon 4 Jan 2027, 09:00.")]
    public async Task A_question_is_answered(string question, string summary) =>
        Assert.Equal(summary, (await Desk.Card(question)).Summary);

    [Fact]
    public async Task A_question_of_holidays_lists_the_next_ones() => Assert.Equal(
        "Tue 29 Dec|Wed 30 Dec|Thu 31 Dec|Fri 1 Jan 2027|Sat 2 Jan 2027|Now",
        string.Join('|', (await Desk.Card("which holidays do you observe?")).Facts.Take(6).Select(fact => fact.Label)));

    [Fact]
    public async Task A_plan_that_never_closes_is_there_on_holidays() => Assert.Equal(
        "We are open on public holidays as on any other day.",
        (await (Desk with { Person = HoursDesk.Customer(plan: "Plus") }).Card("bank holidays?")).Summary);

    [Fact]
    public async Task In_the_year_end_closure_it_says_when_it_is_over() => Assert.Equal(
        "We are in the closure over the turn of the year. Next opening: Mon 4 Jan, 09:00.",
        (await (Desk with { Now = "2027-01-02 10:00" }).Card("year-end closure?")).Summary);

    [Fact]
    public async Task A_plan_that_never_closes_has_no_year_end_closure() => Assert.Equal(
        "We do not close over the turn of the year.",
        (await (Desk with { Person = HoursDesk.Customer(plan: "Plus") }).Card("year-end closure?")).Summary);

    [Fact]
    public async Task A_past_year_lists_none_of_its_days() =>
        Assert.DoesNotContain((await Desk.Card("which holidays did you have last year?")).Facts, fact => fact.Label.Contains("2025", StringComparison.Ordinal));
}
