using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>A line of an invoice. The amounts are what was billed; quantity, price and days say how they came about.</summary>
public sealed class InvoiceLine
{
    public long InvoiceId { get; init; }

    /// <summary>1, 2, 3 ... on the invoice.</summary>
    public int LineNumber { get; init; }
    public string? SubscriptionId { get; set; }
    public required string ProductName { get; set; }
    public Product Product { get; set; }
    public string? Description { get; set; }
    public ChargeType ChargeType { get; set; }

    /// <summary>Any: not known.</summary>
    public PlatformEra Era { get; set; }

    /// <summary>Seats, hours, gigabytes; negative where something is given back.</summary>
    public decimal Quantity { get; set; }

    /// <summary>Price of one for a whole cycle, in the currency's major unit; metered prices have more decimals than money.</summary>
    public decimal UnitPrice { get; set; }

    /// <summary>First and last day the charge is for, both inclusive.</summary>
    public LocalDate? ChargeStart { get; set; }
    public LocalDate? ChargeEnd { get; set; }

    /// <summary>Days charged and days of the whole cycle; null when it was not prorated.</summary>
    public int? ChargedDays { get; set; }
    public int? CycleDays { get; set; }

    /// <summary>Before tax, in minor units of the invoice's currency.</summary>
    public long NetMinor { get; set; }
    public long TaxMinor { get; set; }
}
