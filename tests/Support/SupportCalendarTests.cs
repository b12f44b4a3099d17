using BillingBot.Knowledge.Support;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Tests.Support;

public sealed class SupportCalendarTests
{
    private const string Office = "{ weekly: { monday-friday: '09:00-12:00, 13:00-18:00' } }";
    private static readonly SupportCalendar Standard = OfferFolder.Demo.Plan("standard")!.Calendar;
    private static readonly SupportCalendar Plus = OfferFolder.Demo.Plan("Plus")!.Calendar;

    [Theory]
    [InlineData("2026-11-24T09:00", true)]
    [InlineData("2026-11-24T08:59", false)]
    [InlineData("2026-11-24T11:59", true)]
    [InlineData("2026-11-24T12:00", false)]
    [InlineData("2026-11-24T12:30", false)]
    [InlineData("2026-11-24T13:00", true)]
    [InlineData("2026-11-24T18:00", false)]
    [InlineData("2026-11-28T10:00", false)]
    public void Opens_and_closes_to_the_minute_with_a_lunch_break(string local, bool open) =>
        Assert.Equal(open, Standard.IsOpen(At(Standard, local)));

    [Fact]
    public void At_lunch_the_next_opening_is_after_lunch()
    {
        var lunch = At(Standard, "2026-11-24T12:10");
        Assert.Null(Standard.OpenUntil(lunch));
        Assert.Equal(At(Standard, "2026-11-24T13:00"), Standard.NextOpening(lunch));
    }

    [Fact]
    public void In_the_morning_it_is_open_until_lunch_and_opens_again_after_it()
    {
        var morning = At(Standard, "2026-11-24T10:00");
        Assert.Equal(At(Standard, "2026-11-24T12:00"), Standard.OpenUntil(morning));
        Assert.Equal(At(Standard, "2026-11-24T13:00"), Standard.NextOpening(morning));
    }

    [Fact]
    public void On_friday_evening_the_next_opening_is_monday() =>
        Assert.Equal(At(Standard, "2026-11-30T09:00"), Standard.NextOpening(At(Standard, "2026-11-27T18:00")));

    [Fact]
    public void A_long_weekend_ends_after_the_holiday()
    {
        // Monday 23 November 2026 is a public holiday.
        Assert.Equal(At(Standard, "2026-11-24T09:00"), Standard.NextOpening(At(Standard, "2026-11-20T19:00")));
        Assert.Equal("勤労感謝の日", Standard.SpansOn(new(2026, 11, 23)).Reason!.In("ja"));
        Assert.Equal("Labour Thanksgiving Day", Standard.SpansOn(new(2026, 11, 23)).Reason!.In("en"));
    }

    [Fact]
    public void A_week_of_holidays_with_a_substitute_ends_on_thursday() =>
        Assert.Equal(At(Standard, "2026-05-07T09:00"), Standard.NextOpening(At(Standard, "2026-05-01T18:00")));

    [Theory]
    [InlineData("2026-12-28", false)]
    [InlineData("2026-12-29", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", true)]
    [InlineData("2027-01-03", true)]
    [InlineData("2027-01-04", false)]
    [InlineData("2031-12-30", true)]
    public void The_year_end_closure_comes_back_every_year_and_runs_into_january(string date, bool closed)
    {
        var day = Standard.SpansOn(LocalDatePattern.Iso.Parse(date).Value);
        Assert.Equal(closed, day.IsClosed);
        Assert.Equal(closed ? "年末年始休業" : null, day.Reason?.In("ja"));
    }

    [Fact]
    public void Round_the_clock_is_never_closed_and_has_no_next_opening()
    {
        var newYear = At(Plus, "2027-01-01T00:00");
        Assert.True(Plus.IsAlwaysOpen);
        Assert.True(Plus.IsOpen(newYear));
        Assert.Null(Plus.OpenUntil(newYear));
        Assert.Null(Plus.NextOpening(newYear));
    }

    [Fact]
    public void Round_the_clock_with_a_closed_day_says_when_that_day_begins()
    {
        var calendar = OfferFolder.Calendar("Asia/Tokyo", "{ always: true, exceptions: [{ from: 01-01, reason: New Year }] }");
        Assert.Equal(At(calendar, "2027-01-01T00:00"), calendar.OpenUntil(At(calendar, "2026-01-02T00:00")));
        Assert.Equal(At(calendar, "2027-01-02T00:00"), calendar.NextOpening(At(calendar, "2027-01-01T08:00")));
    }

    [Theory]
    [InlineData("{ weekly: { } }")]
    [InlineData("{ weekly: { monday: closed } }")]
    [InlineData("{ always: true, exceptions: [{ from: 01-01, to: 12-31, reason: Gone }] }")]
    public void Closed_for_good_ends_without_an_opening(string hours)
    {
        var calendar = OfferFolder.Calendar("Asia/Tokyo", hours);
        var now = At(calendar, "2026-11-24T10:00");
        Assert.False(calendar.IsOpen(now));
        Assert.Null(calendar.OpenUntil(now));
        Assert.Null(calendar.NextOpening(now));
    }

    [Fact]
    public void A_night_shift_belongs_to_the_evening_it_begins()
    {
        var calendar = OfferFolder.Calendar("Asia/Tokyo", "{ weekly: { friday: '22:00-06:00' } }");
        Assert.True(calendar.IsOpen(At(calendar, "2026-11-28T05:59")));
        Assert.False(calendar.IsOpen(At(calendar, "2026-11-28T06:00")));
        Assert.False(calendar.IsOpen(At(calendar, "2026-11-27T05:00")));
        Assert.Equal(At(calendar, "2026-11-28T06:00"), calendar.OpenUntil(At(calendar, "2026-11-27T23:00")));
        Assert.Empty(calendar.SpansOn(new(2026, 11, 28)).Spans);
    }

    [Fact]
    public void Spans_that_meet_at_midnight_are_one_stretch()
    {
        var calendar = OfferFolder.Calendar("Asia/Tokyo", "{ weekly: { monday: '20:00-24:00', tuesday: '00:00-02:00' } }");
        Assert.Equal(At(calendar, "2026-11-24T02:00"), calendar.OpenUntil(At(calendar, "2026-11-23T21:00")));
    }

    [Fact]
    public void A_dated_exception_beats_a_yearly_one_and_a_holiday()
    {
        var calendar = OfferFolder.Calendar(
            "Asia/Tokyo",
            """
            { weekly: { monday-friday: '09:00-18:00' }, observesPublicHolidays: true, exceptions:
              [{ from: 05-03, to: 05-05, reason: Golden Week }, { from: 2027-05-04, hours: '10:00-15:00', reason: Skeleton staff }] }
            """,
            OfferFolder.Event("DTSTART;VALUE=DATE:20270504\nSUMMARY:Greenery Day"));
        var day = calendar.SpansOn(new(2027, 5, 4));
        Assert.Equal("Skeleton staff", day.Reason!.In("en"));
        Assert.True(calendar.IsOpen(At(calendar, "2027-05-04T10:00")));
        Assert.True(calendar.SpansOn(new(2027, 5, 5)).IsClosed);
    }

    [Fact]
    public void A_plan_that_does_not_observe_holidays_works_on_them()
    {
        var calendar = OfferFolder.Calendar("Asia/Tokyo", Office, OfferFolder.Event("DTSTART;VALUE=DATE:20261124\nSUMMARY:Day off"));
        Assert.True(calendar.IsOpen(At(calendar, "2026-11-24T10:00")));
    }

    [Fact]
    public void Opening_hours_follow_the_wall_clock_when_new_york_changes_to_summer_time()
    {
        var calendar = OfferFolder.Calendar("America/New_York", "{ weekly: { monday-sunday: '09:00-17:00' } }");
        Assert.Equal(Instant.FromUtc(2026, 3, 7, 14, 0), calendar.NextOpening(Instant.FromUtc(2026, 3, 7, 0, 0)));
        Assert.Equal(Instant.FromUtc(2026, 3, 8, 13, 0), calendar.NextOpening(Instant.FromUtc(2026, 3, 8, 0, 0)));
    }

    [Fact]
    public void An_opening_in_the_missing_hour_happens_when_that_hour_is_over()
    {
        var calendar = OfferFolder.Calendar("Europe/Berlin", "{ weekly: { sunday: '02:30-04:00' } }");
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 0), calendar.NextOpening(Instant.FromUtc(2026, 3, 28, 12, 0)));
    }

    [Fact]
    public void A_span_wholly_in_the_missing_hour_does_not_happen()
    {
        var calendar = OfferFolder.Calendar("Europe/Berlin", "{ weekly: { sunday: '02:10-02:50' } }");
        Assert.Equal(Instant.FromUtc(2026, 4, 5, 0, 10), calendar.NextOpening(Instant.FromUtc(2026, 3, 28, 12, 0)));
    }

    [Fact]
    public void The_hour_that_comes_twice_is_open_both_times()
    {
        var calendar = OfferFolder.Calendar("Europe/Berlin", "{ weekly: { sunday: '02:00-03:00' } }");
        var opening = Instant.FromUtc(2026, 10, 25, 0, 0);
        Assert.Equal(opening, calendar.NextOpening(opening - Duration.FromHours(1)));
        Assert.Equal(opening + Duration.FromHours(2), calendar.OpenUntil(opening));
    }

    private static Instant At(SupportCalendar calendar, string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(local).Value.InZoneStrictly(calendar.Zone).ToInstant();
}
