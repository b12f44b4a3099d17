using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using NodaTime;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>An invoice written line by line; every amount is given, none is reckoned by the code under test.</summary>
internal sealed class Bill(string number, int year, int month, string currency = "USD")
{
    private readonly LocalDate _first = new(year, month, 1);

    public static readonly LocalDate Today = new(2026, 11, 24);

    private Invoice Invoice { get; } = new()
    {
        Number = number,
        NumberKey = InvoiceNumbers.Key(number),
        CustomerId = "contoso",
        Currency = currency,
        PeriodStart = new LocalDate(year, month, 1),
        PeriodEnd = new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1),
        IssuedOn = new LocalDate(year, month, 1).PlusMonths(1).PlusDays(8),
        DueOn = new LocalDate(year, month, 1).PlusMonths(2).PlusDays(8),
    };

    public InvoiceAccount Account => new(Invoice, Today);

    public Bill Cycle(string product, decimal quantity, decimal price, long net, long tax = 0, PlatformEra era = PlatformEra.NewCommerce) =>
        Add(ChargeType.CycleFee, product, quantity, price, net, tax, null, era, product);

    public Bill Usage(string meter, decimal quantity, decimal price, long net) =>
        Add(ChargeType.Usage, meter, quantity, price, net, 0, null, PlatformEra.NewCommerce, "azure");

    public Bill Once(ChargeType type, string what, long net) => Add(type, what, 0, 0, net, 0, null, PlatformEra.Any, null);

    /// <summary>From a day of the month to its end.</summary>
    public Bill Part(
        ChargeType type, string product, decimal quantity, decimal price, int fromDay, long net, PlatformEra era = PlatformEra.NewCommerce) =>
        Add(type, product, quantity, price, net, 0, fromDay, era, product);

    public Bill Credited(long minor)
    {
        Invoice.CreditNotes.Add(new CreditNote { Number = $"CN-{Invoice.CreditNotes.Count}", IssuedOn = Today, AmountMinor = minor });
        return this;
    }

    public Bill Paid(long minor)
    {
        Invoice.Allocations.Add(new PaymentAllocation { AmountMinor = minor });
        return this;
    }

    private Bill Add(
        ChargeType type, string product, decimal quantity, decimal price, long net, long tax, int? fromDay, PlatformEra era, string? subscription)
    {
        var last = _first.PlusMonths(1).PlusDays(-1);
        Invoice.Lines.Add(new InvoiceLine
        {
            LineNumber = Invoice.Lines.Count + 1,
            SubscriptionId = subscription,
            ProductName = product,
            ChargeType = type,
            Era = era,
            Quantity = quantity,
            UnitPrice = price,
            ChargeStart = _first.PlusDays((fromDay ?? 1) - 1),
            ChargeEnd = last,
            ChargedDays = fromDay is { } day ? last.Day - day + 1 : null,
            CycleDays = fromDay is null ? null : last.Day,
            NetMinor = net,
            TaxMinor = tax,
        });
        return this;
    }
}
