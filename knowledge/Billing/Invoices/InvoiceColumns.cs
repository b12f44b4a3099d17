using System.Data.Common;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Storage;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>What the columns of <see cref="InvoiceRows.Select"/> are.</summary>
internal static class InvoiceColumns
{
    public static Invoice Invoice(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Number = row.GetString(1),
        NumberKey = row.GetString(2),
        CustomerId = row.GetString(3),
        PeriodStart = row.DateOrNull(4),
        PeriodEnd = row.DateOrNull(5),
        IssuedOn = row.DateOrNull(6),
        DueOn = row.DateOrNull(7),
        Currency = row.GetString(8),
    };

    public static InvoiceLine Line(DbDataReader row, Invoice invoice) => new()
    {
        InvoiceId = invoice.Id,
        LineNumber = row.GetInt32(1),
        SubscriptionId = row.TextOrNull(2),
        ProductName = row.GetString(3),
        Product = Enum.Parse<Product>(row.GetString(4)),
        Description = row.TextOrNull(5),
        ChargeType = Enum.Parse<ChargeType>(row.GetString(6)),
        Era = Enum.Parse<PlatformEra>(row.GetString(7)),
        Quantity = row.GetDecimal(8),
        UnitPrice = row.GetDecimal(9),
        ChargeStart = row.DateOrNull(10),
        ChargeEnd = row.DateOrNull(11),
        ChargedDays = row.CountOrNull(12),
        CycleDays = row.CountOrNull(13),
        NetMinor = row.GetInt64(14),
        TaxMinor = row.GetInt64(15),
    };

    public static CreditNote CreditNote(DbDataReader row, Invoice invoice) => new()
    {
        InvoiceId = invoice.Id,
        Id = row.GetInt64(1),
        Number = row.GetString(2),
        IssuedOn = row.Date(3),
        AmountMinor = row.GetInt64(4),
        Reason = row.TextOrNull(5),
    };

    public static PaymentAllocation Allocation(DbDataReader row, Invoice invoice) => new()
    {
        InvoiceId = invoice.Id,
        PaymentId = row.GetInt64(1),
        AmountMinor = row.GetInt64(2),
        Payment = new()
        {
            Id = row.GetInt64(1),
            Reference = row.GetString(3),
            CustomerId = row.GetString(4),
            ReceivedOn = row.Date(5),
            Currency = row.GetString(6),
            AmountMinor = row.GetInt64(7),
        },
    };

    public static Dispute Dispute(DbDataReader row, Invoice invoice) => new()
    {
        InvoiceId = invoice.Id,
        Id = row.GetInt64(1),
        PersonId = row.TextOrNull(2),
        OpenedAt = row.Moment(3),
        Reason = row.TextOrNull(4),
        ClosedAt = row.MomentOrNull(5),
        Resolution = row.TextOrNull(6),
    };

    public static PaymentPromise Promise(DbDataReader row, Invoice invoice) => new()
    {
        InvoiceId = invoice.Id,
        Id = row.GetInt64(1),
        PersonId = row.TextOrNull(2),
        MadeAt = row.Moment(3),
        PromisedOn = row.Date(4),
        WithdrawnAt = row.MomentOrNull(5),
    };
}
