using BillingBot.Knowledge.Billing.Refunds;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Tests.Billing.Refunds;

/// <summary>When each window ends. Days are days in UTC, the day of purchase is the first; hours are hours.</summary>
public sealed class CancellationWindowTests
{
    [Theory]
    [InlineData(RefundCase.License, "2026-11-20T15:00:00Z", "2026-11-27T00:00:00Z")]
    [InlineData(RefundCase.License, "2026-11-20T00:00:00Z", "2026-11-27T00:00:00Z")]
    [InlineData(RefundCase.License, "2026-11-20T23:59:59Z", "2026-11-27T00:00:00Z")]
    [InlineData(RefundCase.AddedSeats, "2026-02-25T09:00:00Z", "2026-03-04T00:00:00Z")]
    [InlineData(RefundCase.SoftwareSubscription, "2028-02-25T09:00:00Z", "2028-03-03T00:00:00Z")]
    [InlineData(RefundCase.BusinessCentral, "2026-12-28T09:00:00Z", "2027-01-04T00:00:00Z")]
    [InlineData(RefundCase.PerpetualSoftware, "2026-11-14T09:30:00Z", "2026-12-14T00:00:00Z")]
    [InlineData(RefundCase.MarketplaceSaas, "2026-11-23T09:30:00Z", "2026-11-26T09:30:00Z")]

    // Clocks go back in London on 25 October, and in New York on 1 November: 72 hours stay 72 hours.
    [InlineData(RefundCase.MarketplaceSaas, "2026-10-24T10:00:00+01:00", "2026-10-27T09:00:00Z")]
    [InlineData(RefundCase.MarketplaceSaas, "2026-10-30T15:00:00-04:00", "2026-11-02T14:00:00-05:00")]
    public void It_ends_when_the_rule_says(RefundCase refundCase, string start, string end)
    {
        var window = new CancellationWindow(RefundRules.For(refundCase), At(start));
        Assert.Equal(At(end), window.End);
        Assert.True(window.IsOpenAt(At(end) - Duration.Epsilon));
        Assert.False(window.IsOpenAt(At(end)));
    }

    [Theory]
    [InlineData(RefundCase.LegacyLicense)]
    [InlineData(RefundCase.LegacySeats)]
    [InlineData(RefundCase.AzurePlan)]
    [InlineData(RefundCase.Reservation)]
    public void These_have_no_window(RefundCase refundCase)
    {
        Assert.False(RefundRules.For(refundCase).HasWindow);
        Assert.Null(new CancellationWindow(RefundRules.For(refundCase), At("2020-01-01T00:00:00Z")).End);
    }

    [Fact]
    public void The_first_legacy_month_ends_a_calendar_month_later() => Assert.Equal(
        At("2026-02-28T00:00:00Z"), new CancellationWindow(RefundRules.For(RefundCase.LegacyLicense), At("2026-01-31T12:00:00Z")).FirstMonthEnds);

    [Fact]
    public void Every_case_has_a_rule_with_its_source() => Assert.All(
        Enum.GetValues<RefundCase>(), refundCase => Assert.NotEqual("", RefundRules.For(refundCase).Source));

    [Fact]
    public void The_seven_days_are_not_claimed_for_the_time_of_the_72_hours()
    {
        Assert.False(RefundRules.For(RefundCase.License).HoldsFor(At("2022-06-01T00:00:00Z")));
        Assert.True(RefundRules.For(RefundCase.License).HoldsFor(At("2023-01-01T00:00:00Z")));
    }

    // Bought on 20 November for a month of 30 days: on the 20th one day is used, on the 24th five.
    [Theory]
    [InlineData("2026-11-20T23:00:00Z", 29)]
    [InlineData("2026-11-24T01:00:00Z", 25)]
    public void Today_counts_as_used(string now, int unused) => Assert.Equal(
        (unused, 30), new CancellationWindow(RefundRules.For(RefundCase.License), At("2026-11-20T15:00:00Z")).UnusedAt(Period.FromMonths(1), At(now)));

    private static Instant At(string text) => OffsetDateTimePattern.ExtendedIso.Parse(text).Value.ToInstant();
}
