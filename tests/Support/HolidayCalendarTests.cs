using BillingBot.Knowledge.Support;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Tests.Support;

public sealed class HolidayCalendarTests
{
    private static readonly HolidayCalendar Japan = HolidayCalendar.Read([Path.Combine(AppContext.BaseDirectory, "Content", "demo", "holidays-jp.ics")]);

    [Theory]
    [InlineData(2025, 19)]
    [InlineData(2026, 18)]
    [InlineData(2027, 17)]
    [InlineData(2028, 16)]
    public void Japan_has_as_many_holidays_as_the_law_gives(int year, int count) =>
        Assert.Equal(count, Days(year).Count(day => Japan.NameOf(day) is not null));

    [Theory]
    [InlineData("2025-02-24", "振替休日")]
    [InlineData("2025-05-06", "振替休日")]
    [InlineData("2025-11-24", "振替休日")]
    [InlineData("2026-03-20", "春分の日")]
    [InlineData("2026-05-06", "振替休日")]
    [InlineData("2026-09-22", "国民の休日")]
    [InlineData("2026-09-23", "秋分の日")]
    [InlineData("2027-03-21", "春分の日")]
    [InlineData("2027-03-22", "振替休日")]
    [InlineData("2028-09-22", "秋分の日")]
    public void Substitute_holidays_and_equinoxes_are_there(string date, string name) =>
        Assert.Equal(name, Japan.NameOf(LocalDatePattern.Iso.Parse(date).Value)?.In("ja"));

    [Fact]
    public void A_yearly_rule_holds_in_years_to_come() =>
        Assert.Equal("Fixed", Read("DTSTART;VALUE=DATE:20250501\nRRULE:FREQ=YEARLY\nSUMMARY:Fixed").NameOf(new(2041, 5, 1))?.In("en"));

    [Fact]
    public void A_rule_can_name_the_fourth_thursday()
    {
        var holidays = Read("DTSTART;VALUE=DATE:20251127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\nSUMMARY:Thanksgiving");
        Assert.NotNull(holidays.NameOf(new(2026, 11, 26)));
        Assert.Null(holidays.NameOf(new(2026, 11, 19)));
    }

    [Fact]
    public void A_holiday_of_several_days_runs_over_the_turn_of_the_year_and_ends_before_its_end_date()
    {
        var holidays = Read("DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270103\nSUMMARY:Turn");
        Assert.Equal(
            [new(2026, 12, 30), new(2026, 12, 31), new(2027, 1, 1), new(2027, 1, 2)],
            Days(2026).Concat(Days(2027)).Where(day => holidays.NameOf(day) is not null));
    }

    [Fact]
    public void A_calendar_in_one_language_is_quoted_in_another() =>
        Assert.Equal("元日", Read("DTSTART;VALUE=DATE:20270101\nSUMMARY;LANGUAGE=ja:元日").NameOf(new(2027, 1, 1))?.In("en"));

    [Theory]
    [InlineData("hello")]
    [InlineData("")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101")]
    [InlineData("BEGIN:VCARD\nN:x\nEND:VCARD")]
    public void What_is_no_calendar_is_refused_with_its_file_and_the_mend(string content)
    {
        var problem = Problem(content);
        Assert.Contains("days.ics", problem, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20270101", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:2027-01-01\nSUMMARY:New Year", "'New Year' has no readable DTSTART")]
    [InlineData("SUMMARY:New Year", "'New Year' has no readable DTSTART")]
    [InlineData("DTSTART:20270101T000000Z\nSUMMARY:New Year", "'New Year' has a time of day")]
    [InlineData("DTSTART;VALUE=DATE:20270101", "has no SUMMARY")]
    [InlineData("DTSTART;VALUE=DATE:20270230\nSUMMARY:x", "is no calendar of public holidays")]
    [InlineData("DTSTART;VALUE=DATE:20270101\nRRULE:FREQ=SOMETIMES\nSUMMARY:x", "SOMETIMES")]
    [InlineData("DTSTART;VALUE=DATE:20270228\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:x", "is no calendar of public holidays")]
    public void An_event_that_is_no_holiday_is_named(string lines, string problem) =>
        Assert.Contains(problem, Problem(OfferFolder.Ics(OfferFolder.Event(lines))), StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.ics", Assert.Throws<OfferFileException>(() => HolidayCalendar.Read(["nowhere.ics"])).Message, StringComparison.Ordinal);

    private static HolidayCalendar Read(string lines)
    {
        using var folder = new OfferFolder().With("days.ics", OfferFolder.Ics(OfferFolder.Event(lines)));
        return HolidayCalendar.Read([folder.PathOf("days.ics")]);
    }

    private static string Problem(string content)
    {
        using var folder = new OfferFolder().With("days.ics", content);
        return Assert.Throws<OfferFileException>(() => HolidayCalendar.Read([folder.PathOf("days.ics")])).Message;
    }

    private static IEnumerable<LocalDate> Days(int year) =>
        Enumerable.Range(0, new LocalDate(year, 12, 31).DayOfYear).Select(new LocalDate(year, 1, 1).PlusDays);
}
