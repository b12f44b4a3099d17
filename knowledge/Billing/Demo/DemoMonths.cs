using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Demo;

/// <summary>
/// The monthly invoices of the demo customers: fourteen months, each issued on the 9th of the month after. Contoso adds
/// five seats on 12 September, and its Azure use doubles then; Adventure Works pays in yen, to the end of the month
/// after the invoice; Fabrikam is still on the legacy platform.
/// </summary>
internal sealed class DemoMonths(LocalDate today, DemoSubscriptions bought)
{
    private const int Count = 14, IssueDay = 9;
    private const decimal NoTax = 0m, ValueAddedTax = 0.20m, ConsumptionTax = 0.10m;

    /// <summary>The month last invoiced.</summary>
    private readonly YearMonth _newest = today.Day >= IssueDay ? today.ToYearMonth().PlusMonths(-1) : today.ToYearMonth().PlusMonths(-2);

    public IEnumerable<Invoice> All() => Enumerable.Range(0, Count)
        .SelectMany(ago => new[] { Contoso(_newest.PlusMonths(-ago), ago), Adventure(_newest.PlusMonths(-ago), ago), Fabrikam(_newest.PlusMonths(-ago), ago) })
        .Append(Draft());

    private LocalDate SeatsAddedOn => new(_newest.Month >= 9 ? _newest.Year : _newest.Year - 1, 9, 12);

    private Invoice Contoso(YearMonth month, int ago)
    {
        var invoice = New("contoso", month, Sequence(ago), "USD", ValueAddedTax, Issued(month).PlusDays(30));
        Seats(invoice, month);
        invoice.Line(ChargeType.CycleFee, Product.Azure, bought.ContosoReservation.ProductName, 2, 98.50m, bought.ContosoReservation);
        var hours = 24 * CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month) * (month >= SeatsAddedOn.ToYearMonth() ? 2 : 1);
        invoice
            .Line(ChargeType.Usage, Product.Azure, "Virtual Machines, D4s v5", hours, 0.222m, bought.ContosoAzure, "hours")
            .Line(ChargeType.Usage, Product.Azure, "Blob Storage, hot", 1_180.5m + (12.25m * (Count - ago)), 0.0196m, bought.ContosoAzure, "GB")
            .Line(ChargeType.Usage, Product.Azure, "Bandwidth out", 310.4m, 0.087m, bought.ContosoAzure, "GB");
        return (ago == 0 ? invoice : invoice.Paid($"BACS-{month:uuuuMM}", Issued(month).PlusDays(21))).Invoice;
    }

    /// <summary>A change of seats shows as the rest of the old line given back, and a charge for the new number.</summary>
    private void Seats(DemoInvoice invoice, YearMonth month)
    {
        const int Before = 25, After = 30;
        const decimal Price = 22.00m;
        var full = month > SeatsAddedOn.ToYearMonth() ? After : Before;
        invoice.Line(ChargeType.CycleFee, Product.Microsoft365, DemoSubscriptions.BusinessPremium, full, Price, bought.ContosoSeats);
        if (month == SeatsAddedOn.ToYearMonth())
        {
            invoice
                .Prorated(ChargeType.Credit, Product.Microsoft365, DemoSubscriptions.BusinessPremium, -Before, Price, SeatsAddedOn, bought.ContosoSeats)
                .Prorated(ChargeType.AddQuantity, Product.Microsoft365, DemoSubscriptions.BusinessPremium, After, Price, SeatsAddedOn, bought.ContosoSeats);
        }
    }

    private Invoice Adventure(YearMonth month, int ago)
    {
        var invoice = New("adventure", month, Sequence(ago) - 1, "JPY", ConsumptionTax, EndOf(Issued(month).PlusMonths(1)))
            .Line(ChargeType.CycleFee, Product.Microsoft365, DemoSubscriptions.JapanE3, 18, 5_000m, bought.AdventureSeats)
            .Line(ChargeType.Usage, Product.Azure, "Virtual Machines, B2ms", ago == 1 ? 1_364 : 1_600 - (20 * ago), ago == 1 ? 13.9962m : 14m, bought.AdventureAzure, "時間");
        var settled = ago switch
        {
            0 => invoice,
            1 => invoice.Paid($"FURIKOMI-{month:uuuuMM}", today.PlusDays(-4), 50_000m),
            _ => invoice.Paid($"FURIKOMI-{month:uuuuMM}", EndOf(Issued(month))),
        };
        return settled.Invoice;
    }

    private Invoice Fabrikam(YearMonth month, int ago)
    {
        var invoice = New("fabrikam", month, Sequence(ago) - 2, "USD", NoTax, Issued(month).PlusDays(30))
            .Line(ChargeType.CycleFee, Product.Microsoft365, DemoSubscriptions.LegacyE1, 12, 8.00m, bought.FabrikamSeats, era: PlatformEra.Legacy);
        return (ago == 0 ? invoice : invoice.Paid($"ACH-{month:uuuuMM}", Issued(month).PlusDays(12))).Invoice;
    }

    private Invoice Draft()
    {
        var month = _newest.PlusMonths(1);
        return new DemoInvoice("contoso", "DRAFT-CONTOSO", "USD", ValueAddedTax, issuedOn: null, dueOn: null).Month(month)
            .Line(ChargeType.CycleFee, Product.Microsoft365, DemoSubscriptions.BusinessPremium, 30, 22.00m, bought.ContosoSeats).Invoice;
    }

    private static DemoInvoice New(string customerId, YearMonth month, int sequence, string currency, decimal taxRate, LocalDate dueOn) =>
        new DemoInvoice(customerId, $"INV-{Issued(month).Year}-{sequence:0000}", currency, taxRate, Issued(month), dueOn).Month(month);

    private static int Sequence(int ago) => 142 - (8 * ago);

    private static LocalDate Issued(YearMonth month) => month.PlusMonths(1).OnDayOfMonth(IssueDay);

    private static LocalDate EndOf(LocalDate day) => day.With(DateAdjusters.EndOfMonth);
}
