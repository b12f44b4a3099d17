using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>How a line's net amount follows from its own figures, to the minor unit; or why that cannot be said.</summary>
public abstract record LineExplanation
{
    /// <summary>Beyond it a price or quantity is a mistake, and would not fit an amount.</summary>
    private const decimal Sensible = 1_000_000_000m;

    private LineExplanation()
    {
    }

    /// <summary>Quantity x unit price.</summary>
    public sealed record Whole : LineExplanation;

    /// <summary>Quantity x unit price x days / days of the cycle.</summary>
    public sealed record ByDay(int Days, int CycleDays) : LineExplanation;

    /// <summary>The legacy formula with its steps.</summary>
    public sealed record LegacyByDay(int Days, int MonthDays, LegacyProration Steps) : LineExplanation;

    /// <summary>Only the amount itself may be shown.</summary>
    public sealed record None(Underivable Why) : LineExplanation;

    /// <summary>Quantity with the sign of what was billed: some sources write given back seats without a minus.</summary>
    public static decimal Quantity(InvoiceLine line) => line is { Quantity: > 0, NetMinor: < 0 } ? -line.Quantity : line.Quantity;

    public static LineExplanation Of(InvoiceLine line, string currency)
    {
        var (price, quantity, billed) = (line.UnitPrice, Quantity(line), new Money(line.NetMinor, currency));
        if (Math.Abs(price) > Sensible || Math.Abs(quantity) > Sensible || (billed.Minor != 0 && (price == 0 || quantity == 0)))
        {
            return new None(Underivable.FiguresMissing);
        }

        var isWhole = Money.Rounded(price * quantity, currency) == billed;
        return (line.ChargedDays, line.CycleDays) switch
        {
            (null, null) => isWhole ? new Whole() : new None(Underivable.OtherAmount),
            ({ } days, { } cycle) when days == cycle && isWhole => new Whole(),
            ({ } days, { } cycle) when days > 0 && days <= cycle && quantity != 0 => Prorated(line, quantity, days, cycle, billed),
            _ => new None(Underivable.FiguresMissing),
        };
    }

    private static LineExplanation Prorated(InvoiceLine line, decimal quantity, int days, int cycle, Money billed)
    {
        if (line is { ChargeStart: { } first, ChargeEnd: { } last } && Period.DaysBetween(first, last) + 1 != days)
        {
            return new None(Underivable.DaysDisagree);
        }

        switch (line.Era)
        {
            case PlatformEra.NewCommerce:
                return Proration.ByDay(line.UnitPrice, quantity, days, cycle, billed.Currency) == billed
                    ? new ByDay(days, cycle)
                    : new None(Underivable.OtherAmount);
            case PlatformEra.Legacy:
                var steps = Proration.Legacy(line.UnitPrice, quantity, days, cycle, billed.Currency);
                return steps.Amount == billed ? new LegacyByDay(days, cycle, steps) : new None(Underivable.OtherAmount);
            default:
                return new None(Underivable.EraUnknown);
        }
    }
}
