using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>The arithmetic is shown only where it gives what was billed, to the minor unit.</summary>
public sealed class LineExplanationTests
{
    [Fact]
    public void Quantity_times_price_explains_a_whole_period() => Assert.IsType<LineExplanation.Whole>(
        Only(new Bill("A", 2026, 9).Cycle("Premium", 25, 22.00m, 550_00)));

    [Fact]
    public void Metered_use_is_rounded_once_at_the_end() => Assert.IsType<LineExplanation.Whole>(
        Only(new Bill("A", 2026, 9).Usage("Storage", 1_339.75m, 0.0196m, 26_26)));

    [Fact]
    public void Days_explain_a_part_period_on_new_commerce() => Assert.Equal(
        new LineExplanation.ByDay(19, 30), Only(new Bill("A", 2026, 9).Part(ChargeType.AddQuantity, "Premium", 5, 22.00m, 12, 69_67)));

    [Fact]
    public void A_credit_written_without_a_minus_is_still_a_credit() => Assert.Equal(
        new LineExplanation.ByDay(19, 30), Only(new Bill("A", 2026, 9).Part(ChargeType.Credit, "Premium", 25, 22.00m, 12, -348_33)));

    [Fact]
    public void The_legacy_formula_explains_a_legacy_line_and_no_other()
    {
        var legacy = Assert.IsType<LineExplanation.LegacyByDay>(
            Only(new Bill("A", 2026, 9).Part(ChargeType.AddQuantity, "E1", 5, 22.00m, 12, 69_75, PlatformEra.Legacy)));
        Assert.Equal((3_67, 13_95), (legacy.Steps.Day.Minor, legacy.Steps.Each.Minor));
        Assert.Equal(
            new LineExplanation.None(Underivable.OtherAmount),
            Only(new Bill("A", 2026, 9).Part(ChargeType.AddQuantity, "E1", 5, 22.00m, 12, 69_75)));
    }

    [Theory]
    [InlineData(69_67)]
    [InlineData(69_75)]
    public void Without_the_platform_a_part_period_is_not_explained_even_if_a_formula_fits(long net) => Assert.Equal(
        new LineExplanation.None(Underivable.EraUnknown),
        Only(new Bill("A", 2026, 9).Part(ChargeType.AddQuantity, "Visio", 5, 22.00m, 12, net, PlatformEra.Any)));

    [Theory]
    [InlineData(549_99)]
    [InlineData(550_01)]
    [InlineData(-550_01)]
    [InlineData(0)]
    public void One_minor_unit_off_is_not_explained(long net) => Assert.Equal(
        new LineExplanation.None(Underivable.OtherAmount), Only(new Bill("A", 2026, 9).Cycle("Premium", 25, 22.00m, net)));

    [Fact]
    public void An_amount_without_price_is_not_explained() => Assert.Equal(
        new LineExplanation.None(Underivable.FiguresMissing), Only(new Bill("A", 2026, 9).Once(ChargeType.Adjustment, "Goodwill", -50_00)));

    [Fact]
    public void Figures_that_no_invoice_can_have_are_not_reckoned_with() => Assert.Equal(
        new LineExplanation.None(Underivable.FiguresMissing), Only(new Bill("A", 2026, 9).Cycle("Premium", decimal.MaxValue, decimal.MaxValue, 1)));

    [Theory]
    [InlineData(0, 30, Underivable.FiguresMissing)]
    [InlineData(-3, 30, Underivable.FiguresMissing)]
    [InlineData(31, 30, Underivable.FiguresMissing)]
    [InlineData(19, 0, Underivable.FiguresMissing)]
    [InlineData(19, null, Underivable.FiguresMissing)]
    [InlineData(null, 30, Underivable.FiguresMissing)]
    [InlineData(18, 30, Underivable.DaysDisagree)]
    public void Days_that_make_no_sense_are_not_reckoned_with(int? charged, int? cycle, Underivable why)
    {
        var account = new Bill("A", 2026, 9).Part(ChargeType.AddQuantity, "Premium", 5, 22.00m, 12, 69_67).Account;
        (account.Invoice.Lines[0].ChargedDays, account.Invoice.Lines[0].CycleDays) = (charged, cycle);
        Assert.Equal(new LineExplanation.None(why), LineExplanation.Of(account.Invoice.Lines[0], "USD"));
    }

    private static LineExplanation Only(Bill bill) => LineExplanation.Of(Assert.Single(bill.Account.Invoice.Lines), "USD");
}
