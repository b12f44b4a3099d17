using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Demo;

/// <summary>Puts a demo invoice together line by line; every amount is reckoned, none is typed in.</summary>
internal sealed class DemoInvoice(string customerId, string number, string currency, decimal taxRate, LocalDate? issuedOn, LocalDate? dueOn)
{
    private LocalDate _from;
    private LocalDate _to;

    public Invoice Invoice { get; } = new()
    {
        Number = number,
        NumberKey = InvoiceNumbers.Key(number),
        CustomerId = customerId,
        Currency = currency,
        IssuedOn = issuedOn,
        DueOn = dueOn,
    };

    public InvoiceAccount Account => new(Invoice, dueOn ?? issuedOn ?? default);

    /// <summary>What the following lines are for.</summary>
    public DemoInvoice For(LocalDate first, LocalDate last)
    {
        (_from, _to) = (first, last);
        (Invoice.PeriodStart, Invoice.PeriodEnd) = (first, last);
        return this;
    }

    public DemoInvoice Month(YearMonth month) => For(month.OnDayOfMonth(1), month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1));

    public DemoInvoice Line(
        ChargeType type, Product product, string name, decimal quantity, decimal unitPrice,
        Subscription? subscription = null, string? description = null, PlatformEra era = PlatformEra.NewCommerce) =>
        Add(type, product, name, quantity, unitPrice, unitPrice * quantity, subscription, description, era, days: null);

    /// <summary>A charge, or with a negative quantity a credit, from a day of the period to its end, by days as new commerce reckons.</summary>
    public DemoInvoice Prorated(
        ChargeType type, Product product, string name, decimal quantity, decimal unitPrice, LocalDate from, Subscription? subscription = null)
    {
        var (charged, cycle) = (Days(from, _to), Days(_from, _to));
        return Add(type, product, name, quantity, unitPrice, unitPrice * quantity * charged / cycle, subscription, description: null,
            PlatformEra.NewCommerce, (from, charged, cycle));
    }

    /// <summary>A line as somebody typed it: its amount does not follow from its figures.</summary>
    public DemoInvoice AsTyped(Product product, string name, decimal quantity, decimal unitPrice, LocalDate from, decimal net, PlatformEra era) =>
        Add(ChargeType.AddQuantity, product, name, quantity, unitPrice, net, subscription: null, description: null, era,
            (from, Days(from, _to), Days(_from, _to)));

    public DemoInvoice Paid(string reference, LocalDate receivedOn, decimal? amount = null)
    {
        var minor = amount is { } part ? Money.Rounded(part, currency).Minor : Account.Total.Minor;
        Invoice.Allocations.Add(new PaymentAllocation
        {
            AmountMinor = minor,
            Payment = new Payment
            {
                Reference = reference,
                CustomerId = customerId,
                ReceivedOn = receivedOn,
                Currency = currency,
                AmountMinor = minor,
            },
        });
        return this;
    }

    private DemoInvoice Add(
        ChargeType type, Product product, string name, decimal quantity, decimal unitPrice, decimal net,
        Subscription? subscription, string? description, PlatformEra era, (LocalDate From, int Charged, int Cycle)? days)
    {
        var amount = Money.Rounded(net, currency);
        Invoice.Lines.Add(new InvoiceLine
        {
            LineNumber = Invoice.Lines.Count + 1,
            SubscriptionId = subscription?.Id,
            ProductName = name,
            Product = product,
            Description = description,
            ChargeType = type,
            Era = era,
            Quantity = quantity,
            UnitPrice = unitPrice,
            ChargeStart = days?.From ?? _from,
            ChargeEnd = _to,
            ChargedDays = days?.Charged,
            CycleDays = days?.Cycle,
            NetMinor = amount.Minor,
            TaxMinor = Money.Rounded(amount.Major * taxRate, currency).Minor,
        });
        return this;
    }

    private static int Days(LocalDate first, LocalDate last) => Period.DaysBetween(first, last) + 1;
}
