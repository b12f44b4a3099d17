using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using NodaTime;

namespace BillingBot.Tests.Billing.Collections;

/// <summary>Two promises of at most fourteen days: which day may be promised last, as days from today.</summary>
public sealed class PromiseRulesTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);

    [Fact]
    public void Whoever_never_promised_may_name_any_day_of_the_longest_time() => Assert.Equal(14, Last(Invoice()));

    [Fact]
    public void After_one_promise_another_is_taken() => Assert.Equal(14, Last(Invoice().Promised(Day(-9), Day(-5))));

    [Fact]
    public void After_as_many_as_are_taken_and_not_kept_there_is_none() =>
        Assert.Null(Last(Invoice().Promised(Day(-9), Day(-5)).Promised(Day(-4), Day(-1))));

    [Fact]
    public void Moving_the_day_within_its_time_costs_no_promise() =>
        Assert.Equal(14, Last(Moved(Invoice(), (-6, 1), (-4, 8), (-2, 3), (0, 7))));

    [Fact]
    public void A_day_beyond_the_time_of_the_first_is_another_promise_which_can_be_moved_within_its_own() =>
        Assert.Equal(12, Last(Moved(Invoice(), (-6, 1), (-2, 9), (-1, 10))));

    [Theory]
    [InlineData(1, 15)]
    [InlineData(14, 28)]
    public void However_often_it_is_moved_the_clock_stands_still_for_no_longer_than_two_promises_could_stop_it(int every, int longest)
    {
        var (invoice, until) = (Invoice(), 0);
        for (var day = 0; Last(invoice, day) is { } last; day += every)
        {
            until = last;
            Moved(invoice, (day, last));
        }

        Assert.Equal(longest, until);
    }

    [Fact]
    public void One_that_was_taken_back_before_the_next_was_made_counts()
    {
        var invoice = Invoice().Promised(Day(-6), Day(3)).Promised(Day(-2), Day(4));
        invoice.Promises[0].WithdrawnAt = invoice.Promises[1].MadeAt - Duration.FromHours(1);
        Assert.Equal(12, Last(invoice));
    }

    [Fact]
    public void Days_are_the_customers()
    {
        // At 20:00 UTC on the promised day that day is over in Tokyo, and a new one is another promise.
        var invoice = Invoice().Promised(Day(-9), Day(-5));
        invoice.Promises.Add(new PaymentPromise { MadeAt = Day(-5).At(new LocalTime(20, 0)).InUtc().ToInstant(), PromisedOn = Day(3) });
        Assert.Equal(14, Last(invoice));
        Assert.Equal(10, Last(invoice, zone: "Asia/Tokyo"));
    }

    private static Invoice Invoice() => OverdueInvoice.Due(Day(-20));

    /// <summary>Each promise takes the place of the one before.</summary>
    private static Invoice Moved(Invoice invoice, params ReadOnlySpan<(int Made, int For)> promises)
    {
        foreach (var (made, day) in promises)
        {
            invoice.Promised(Day(made), Day(day));
            if (invoice.Promises is [.., var before, var now])
            {
                before.WithdrawnAt = now.MadeAt;
            }
        }

        return invoice;
    }

    private static LocalDate Day(int days) => Today.PlusDays(days);

    private static int? Last(Invoice invoice, int day = 0, string zone = "UTC") =>
        new PromiseRules(14, 2).LastDay(new InvoiceAccount(invoice, Day(day)), DateTimeZoneProviders.Tzdb[zone]) is { } last ? Period.DaysBetween(Today, last) : null;
}
