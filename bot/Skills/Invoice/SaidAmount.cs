using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Invoice;

/// <summary>An amount in the customer's words.</summary>
/// <param name="Value">In the currency's major unit.</param>
/// <param name="Currency">ISO 4217; null when only "dollars", or nothing, was said.</param>
/// <param name="IsRough">"About 1,200".</param>
internal sealed record SaidAmount(decimal Value, string? Currency, bool IsRough)
{
    private const decimal RoughShare = 0.1m;

    public AmountBound Bound { get; init; }

    /// <summary>The total is within the limit that was said.</summary>
    public bool Admits(InvoiceAccount account) =>
        IsIn(account) && (Bound is AmountBound.AtLeast ? account.Total.Major >= Value : account.Total.Major <= Value);

    /// <summary>The said number itself is the invoice's total, or what is outstanding.</summary>
    public bool IsExactly(InvoiceAccount account) => Difference(account) == 0;

    /// <summary>The said number itself is the invoice's total before tax.</summary>
    public bool IsBeforeTax(InvoiceAccount account) => IsIn(account) && account.Net.Major == Value;

    /// <summary>How far the nearest amount of the invoice is away; null when it is further than people round.</summary>
    public decimal? Nearness(InvoiceAccount account) => Difference(account) is { } difference && difference <= Tolerance ? difference : null;

    /// <summary>Whoever says 1,200 may mean 1,150 to 1,250: half of the last digit that is not zero.</summary>
    private decimal Tolerance
    {
        get
        {
            var unit = Value == decimal.Truncate(Value) ? 1m : 0.01m;
            while (Value != 0 && Value % (unit * 10) == 0)
            {
                unit *= 10;
            }

            return IsRough ? Math.Max(unit / 2, Value * RoughShare) : unit / 2;
        }
    }

    private decimal? Difference(InvoiceAccount account) => IsIn(account)
        ? new[] { account.Total, account.Outstanding }
            .Where(amount => amount.Minor != 0)
            .Select(amount => (decimal?)Math.Abs(amount.Major - Value))
            .Min()
        : null;

    private bool IsIn(InvoiceAccount account) => Currency is null || Currency == account.Invoice.Currency;

    /// <summary>As money, to be said again; null without a currency.</summary>
    public Money? Money => Currency is { } currency ? BillingBot.Knowledge.Billing.Money.FromMajor(Value, currency) : null;
}
