using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace BillingBot.Tests.Cases;

/// <summary>Support minutes against a naive count, minute by minute.</summary>
public sealed class BusinessTimeTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 26, 0, 0);

    /// <summary>Clocks go forward in the night to 29 March 2026 in Berlin, back on 25 October.</summary>
    private static readonly string[] Zones = ["Asia/Tokyo", "Europe/Berlin", "America/New_York", "Etc/UTC"];

    [Property(MaxTest = 60)]
    public Property Between_counts_each_open_minute_once() => Prop.ForAll(Weeks().ToArbitrary(), sample =>
    {
        var naive = Enumerable.Range(0, sample.Minutes).Count(minute => sample.Calendar.IsOpen(sample.From + Duration.FromMinutes(minute)));
        return BusinessTime.Between(sample.Calendar, sample.From, sample.From + Duration.FromMinutes(sample.Minutes)) == Duration.FromMinutes(naive);
    });

    [Property(MaxTest = 60)]
    public Property After_is_the_first_moment_at_which_so_much_has_passed() => Prop.ForAll(Weeks().ToArbitrary(), sample =>
    {
        var open = Duration.FromMinutes(Math.Max(1, sample.Minutes / 8));
        if (BusinessTime.After(sample.Calendar, sample.From, open) is not { } due)
        {
            return sample.IsNeverOpen;
        }

        return BusinessTime.Between(sample.Calendar, sample.From, due) == open
            && BusinessTime.Between(sample.Calendar, sample.From, due - Duration.FromMinutes(1)) < open;
    });

    [Fact]
    public void Years_are_counted_too()
    {
        var calendar = Calendar(DateTimeZone.Utc, [IsoDayOfWeek.Monday], new OpeningSpan(new LocalTime(9, 0), new LocalTime(10, 0)));
        var monday = Instant.FromUtc(2024, 1, 1, 0, 0);
        Assert.Equal(Duration.FromHours(157), BusinessTime.Between(calendar, monday, monday + Duration.FromDays(157 * 7)));
        Assert.Equal(monday + Duration.FromDays(156 * 7) + Duration.FromHours(10), BusinessTime.After(calendar, monday, Duration.FromHours(157)));
    }

    [Fact]
    public void Around_the_clock_every_minute_counts_also_where_clocks_change()
    {
        var calendar = Calendar(DateTimeZoneProviders.Tzdb["Europe/Berlin"], SupportCalendar.AllWeek, OpeningSpan.WholeDay);
        Assert.True(calendar.IsAlwaysOpen);
        Assert.Equal(Duration.FromDays(800), BusinessTime.Between(calendar, Start, Start + Duration.FromDays(800)));
        Assert.Equal(Duration.Zero, BusinessTime.Between(calendar, Start, Start - Duration.FromDays(1)));
        Assert.Equal(Start + Duration.FromDays(800), BusinessTime.After(calendar, Start, Duration.FromDays(800)));
    }

    [Fact]
    public void A_calendar_that_never_opens_makes_nothing_due()
    {
        var calendar = Calendar(DateTimeZone.Utc, [], OpeningSpan.WholeDay);
        Assert.Equal(Duration.Zero, BusinessTime.Between(calendar, Start, Start + Duration.FromDays(800)));
        Assert.Null(BusinessTime.After(calendar, Start, Duration.FromMinutes(1)));
    }

    private static SupportCalendar Calendar(DateTimeZone zone, IEnumerable<IsoDayOfWeek> days, params OpeningSpan[] spans) =>
        new(zone, days.ToDictionary(day => day, IReadOnlyList<OpeningSpan> (_) => spans), [], null);

    private static Gen<Sample> Weeks() =>
        from zone in Gen.Elements(Zones)
        from days in Gen.SubListOf<IsoDayOfWeek>([.. SupportCalendar.AllWeek])
        from opens in Gen.Choose(0, 12 * 60)
        from first in Gen.Choose(1, 6 * 60)
        from pause in Gen.Choose(1, 3 * 60)
        from second in Gen.Choose(1, 4 * 60)
        from offset in Gen.Choose(0, 5 * 24 * 60)
        from minutes in Gen.Choose(0, 4 * 24 * 60)
        from autumn in Gen.Elements(0, 211)
        select new Sample(
            Calendar(
                DateTimeZoneProviders.Tzdb[zone],
                days,
                new OpeningSpan(At(opens), At(opens + first)),
                new OpeningSpan(At(opens + first + pause), At(opens + first + pause + second))),
            Start + Duration.FromDays(autumn) + Duration.FromMinutes(offset),
            minutes,
            days.Count == 0);

    private static LocalTime At(int minute) => LocalTime.FromMinutesSinceMidnight(Math.Min(minute, (24 * 60) - 1));

    private sealed record Sample(SupportCalendar Calendar, Instant From, int Minutes, bool IsNeverOpen);
}
