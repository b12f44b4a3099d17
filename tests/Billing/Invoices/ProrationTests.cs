using System.Globalization;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using FsCheck.Xunit;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>Part periods, worked out by hand.</summary>
public sealed class ProrationTests
{
    // 22.00 x 5 x 19 / 30 = 69.6667; 22.00 x 25 x 19 / 30 = 348.3333; 2,750 x 5 x 19 / 30 = 8,708.3; 1.250 x 3 x 7 / 31 = 0.84677.
    [Theory]
    [InlineData("22.00", 5, 19, 30, "USD", 69_67)]
    [InlineData("22.00", -25, 19, 30, "USD", -348_33)]
    [InlineData("22.00", 30, 19, 30, "USD", 418_00)]
    [InlineData("2750", 5, 19, 30, "JPY", 8_708)]
    [InlineData("1.250", 3, 7, 31, "KWD", 847)]
    [InlineData("0.01", 1, 15, 30, "USD", 1)]
    [InlineData("0.01", -1, 15, 30, "USD", -1)]
    public void New_commerce_charges_by_the_day(string price, int seats, int days, int cycle, string currency, long minor) =>
        Assert.Equal(new Money(minor, currency), Proration.ByDay(decimal.Parse(price, CultureInfo.InvariantCulture), seats, days, cycle, currency));

    // 12.00 x 5 / 30 = 2.00 a day; x 10 / 5 = 4.00 each; x 5. And 22.00 x 5 / 30 = 3.67; x 19 / 5 = 13.946 = 13.95; x 5.
    // 5,000 x 18 / 30 = 3,000; x 7 / 18 = 1,166.7 = 1,167; x 18 = 21,006, where by the day it were 21,000.
    [Theory]
    [InlineData("12.00", 5, 10, 30, "USD", 2_00, 4_00, 20_00)]
    [InlineData("22.00", 5, 19, 30, "USD", 3_67, 13_95, 69_75)]
    [InlineData("22.00", -5, 19, 30, "USD", -3_67, 13_95, -69_75)]
    [InlineData("5000", 18, 7, 30, "JPY", 3_000, 1_167, 21_006)]
    public void Legacy_rounds_the_day_and_the_seat_first(
        string price, int seats, int days, int month, string currency, long day, long each, long minor)
    {
        var steps = Proration.Legacy(decimal.Parse(price, CultureInfo.InvariantCulture), seats, days, month, currency);
        Assert.Equal(new LegacyProration(new(day, currency), new(each, currency), new(minor, currency)), steps);
    }

    [Property(Arbitrary = [typeof(ChangedBills)], MaxTest = 300)]
    public void The_lines_of_an_invoice_with_changed_seats_sum_to_the_invoice(ChangedBill bill)
    {
        // What is paid for, seat by seat and day by day, walked through the month in fractions.
        var exact = Enumerable.Range(1, bill.Days).Sum(day => bill.SeatsOn(day) * bill.Price / bill.Days);
        var billed = bill.Account.Net;

        Assert.Equal(billed.Minor, bill.Account.Invoice.Lines.Sum(line => line.NetMinor));
        Assert.True(Math.Abs(exact - billed.Major) <= 0.5m * bill.MinorUnit * (1 + (2 * bill.Changes.Count)), string.Create(CultureInfo.InvariantCulture, $"{exact} was billed as {billed.Major}."));
        Assert.All(bill.Account.Invoice.Lines, line => Assert.IsNotType<LineExplanation.None>(LineExplanation.Of(line, bill.Currency)));
    }

    [Property(Arbitrary = [typeof(ChangedBills)], MaxTest = 300)]
    public void What_is_credited_and_what_was_charged_for_the_same_days_cancel_out(ChangedBill bill) => Assert.All(
        Enumerable.Range(1, bill.Days),
        day => Assert.Equal(
            0, (Proration.ByDay(bill.Price, bill.Seats, day, bill.Days, bill.Currency) + Proration.ByDay(bill.Price, -bill.Seats, day, bill.Days, bill.Currency)).Minor));
}
