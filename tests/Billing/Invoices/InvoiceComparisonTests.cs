using BillingBot.Knowledge.Billing.Invoices;
using FsCheck.Xunit;
using NodaTime;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>What changed between two invoices, worked out by hand, and always to the last cent.</summary>
public sealed class InvoiceComparisonTests
{
    private static readonly LocalDate Added = new(2026, 9, 12);

    private static Bill August => new Bill("INV-2026-0126", 2026, 8).Cycle("Premium", 25, 22.00m, 550_00);

    private static Bill September => new Bill("INV-2026-0134", 2026, 9).Cycle("Premium", 25, 22.00m, 550_00)
        .Part(ChargeType.Credit, "Premium", -25, 22.00m, 12, -348_33)
        .Part(ChargeType.AddQuantity, "Premium", 30, 22.00m, 12, 418_00);

    private static Bill October => new Bill("INV-2026-0142", 2026, 10).Cycle("Premium", 30, 22.00m, 660_00);

    [Fact]
    public void A_credit_and_a_new_charge_are_five_seats_more()
    {
        var comparison = Compare(September, August);
        Assert.Equal(69_67, comparison.Difference.Minor);
        Assert.Equal(new Contribution(ContributionKind.SeatsAdded, "Premium", new(69_67, "USD")) { Seats = 5, On = Added }, Assert.Single(comparison.Contributions));
    }

    // 5 x 22.00 = 110.00 for the whole month, of which September had 69.67.
    [Fact]
    public void The_month_after_they_count_for_the_whole_period() => Assert.Equal(
        new Contribution(ContributionKind.SeatsForWholePeriod, "Premium", new(40_33, "USD")) { Seats = 5, On = Added },
        Assert.Single(Compare(October, September).Contributions));

    [Fact]
    public void Fewer_seats_from_one_period_to_the_next() => Assert.Equal(
        new Contribution(ContributionKind.SeatsRemoved, "Premium", new(-110_00, "USD")) { Seats = -5 },
        Assert.Single(Compare(August, October).Contributions));

    // Seats first at the old price: 5 x 22.00; then 30 seats each 2.00 dearer.
    [Fact]
    public void More_seats_at_another_price_are_told_apart() => Assert.Equal(
        [
            new Contribution(ContributionKind.SeatsAdded, "Premium", new(110_00, "USD")) { Seats = 5 },
            new Contribution(ContributionKind.Price, "Premium", new(60_00, "USD")) { Before = 22.00m, After = 24.00m },
        ],
        Compare(new Bill("B", 2026, 10).Cycle("Premium", 30, 24.00m, 720_00), August).Contributions);

    // (1,440 - 744) x 0.222 = 154.512.
    [Fact]
    public void More_use_names_the_quantities() => Assert.Equal(
        new Contribution(ContributionKind.Usage, "Machines", new(154_51, "USD")) { Before = 744, After = 1_440 },
        Assert.Single(Compare(
            new Bill("B", 2026, 9).Usage("Machines", 1_440, 0.222m, 319_68), new Bill("A", 2026, 8).Usage("Machines", 744, 0.222m, 165_17)).Contributions));

    [Fact]
    public void New_ended_one_off_and_tax_are_each_named_biggest_first()
    {
        var comparison = Compare(
            new Bill("B", 2026, 9).Cycle("Copilot", 4, 30.00m, 120_00, tax: 24_00).Once(ChargeType.Adjustment, "Goodwill", -50_00),
            new Bill("A", 2026, 8).Cycle("Visio", 3, 15.00m, 45_00, tax: 9_00).Once(ChargeType.Service, "Set-up", 200_00));
        Assert.Equal(
            [
                (ContributionKind.OneOffNotRepeated, "Set-up", -200_00L),
                (ContributionKind.NewProduct, "Copilot", 120_00L),
                (ContributionKind.OneOffCredit, "Goodwill", -50_00L),
                (ContributionKind.NoLongerCharged, "Visio", -45_00L),
                (ContributionKind.Tax, null, 15_00L),
            ],
            comparison.Contributions.Select(change => (change.Kind, change.ProductName, change.Amount.Minor)));
        Assert.Equal(-160_00, comparison.Difference.Minor);
    }

    [Fact]
    public void What_the_lines_do_not_show_is_called_unexplained() => Assert.Equal(
        new Contribution(ContributionKind.Unexplained, "Premium", new(7_13, "USD")),
        Assert.Single(Compare(new Bill("B", 2026, 9).Cycle("Premium", 25, 22.00m, 557_13), August).Contributions));

    [Fact]
    public void The_same_invoice_twice_has_no_difference() => Assert.Empty(Compare(August, August).Contributions);

    [Fact]
    public void Two_currencies_are_not_compared() =>
        Assert.Throws<InvalidOperationException>(() => Compare(August, new Bill("J", 2026, 7, "JPY").Cycle("Premium", 1, 100m, 100)));

    [Property(Arbitrary = [typeof(AnyBills)], MaxTest = 1_000)]
    public void Contributions_sum_to_the_difference_whatever_the_lines(AnyBill later, AnyBill earlier)
    {
        var (after, before) = (later.Account, earlier.Account);
        var comparison = InvoiceComparison.Of(after, before);
        var expected = after.Invoice.Lines.Sum(line => line.NetMinor + line.TaxMinor) - before.Invoice.Lines.Sum(line => line.NetMinor + line.TaxMinor);
        Assert.Equal(expected, comparison.Difference.Minor);
        Assert.Equal(expected, comparison.Contributions.Sum(change => change.Amount.Minor));
        Assert.DoesNotContain(comparison.Contributions, change => change.Amount.Minor == 0);
        Assert.Equal(comparison.Contributions.Select(change => Math.Abs(change.Amount.Minor)).OrderDescending(), comparison.Contributions.Select(change => Math.Abs(change.Amount.Minor)));
    }

    [Property(Arbitrary = [typeof(ChangedBills)], MaxTest = 300)]
    public void Seats_that_changed_within_a_month_are_explained_without_a_rest(ChangedBill bill)
    {
        var before = new Bill("A", 2026, bill.Month, bill.Currency).Cycle(
            "Seats", bill.Seats, bill.Price, (long)Math.Round(bill.Seats * bill.Price / bill.MinorUnit, MidpointRounding.AwayFromZero)).Account;
        var comparison = InvoiceComparison.Of(bill.Account, before);
        Assert.DoesNotContain(comparison.Contributions, change => change.Kind == ContributionKind.Unexplained);
        Assert.Equal(bill.SeatsOn(31) - bill.Seats, comparison.Contributions.Sum(change => change.Seats) + SeatsWithoutAmount(bill));
    }

    /// <summary>A change too small for a minor unit is no contribution.</summary>
    private static decimal SeatsWithoutAmount(ChangedBill bill) => bill.Account.Invoice.Lines.Where(line => line.ChargedDays is not null)
        .GroupBy(line => line.ChargeStart).Where(change => change.Sum(line => line.NetMinor) == 0).Sum(change => change.Sum(line => line.Quantity));

    private static InvoiceComparison Compare(Bill later, Bill earlier) => InvoiceComparison.Of(later.Account, earlier.Account);
}
