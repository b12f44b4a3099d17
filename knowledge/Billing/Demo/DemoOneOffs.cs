using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Demo;

/// <summary>Contoso's other invoices: one in every state, and one overdue in every stage of the demo's collections policy, whatever the day.</summary>
internal sealed class DemoOneOffs(LocalDate today, DemoSubscriptions bought)
{
    private const int PaymentTerm = 30;
    private const decimal ValueAddedTax = 0.20m;

    public IEnumerable<Invoice> All() =>
    [
        New(138, today.PlusDays(10)).Line(ChargeType.Service, Product.Any, "Migration of file shares to SharePoint", 12, 125.00m)
            .Paid($"BACS-PART-{today.Year}", today.PlusDays(-6), 800m).Invoice,

        // Reminder, notice, service reduced, access suspended, data deleted.
        New(136, today.PlusDays(-5)).Line(ChargeType.Purchase, Product.Microsoft365, "Microsoft 365 Copilot", 4, 250.00m).Invoice,
        New(130, today.PlusDays(-20)).Line(ChargeType.Purchase, Product.Dynamics365, "Dynamics 365 Business Central Essentials", 10, 70.00m).Invoice,
        New(128, today.PlusDays(-35)).Line(ChargeType.Purchase, Product.Microsoft365, "Teams Rooms Pro", 4, 40.00m).Invoice,
        New(122, today.PlusDays(-50)).Line(ChargeType.Purchase, Product.Dynamics365, DemoSubscriptions.SalesProfessional, 8, 65.00m, bought.ContosoSales).Invoice,
        New(112, today.PlusDays(-95)).Line(ChargeType.Purchase, Product.Microsoft365, "Project Plan 3", 3, 30.00m).Invoice,
        Credited(),
        Disputed(),
    ];

    private Invoice Credited()
    {
        var invoice = New(120, today.PlusDays(-15)).Line(ChargeType.Purchase, Product.Microsoft365, DemoSubscriptions.Visio, 3, 15.00m);
        invoice.Invoice.CreditNotes.Add(new CreditNote
        {
            Number = $"CN-{today.Year}-0007",
            IssuedOn = today.PlusDays(-18),
            AmountMinor = invoice.Account.Total.Minor,
            Reason = "Ordered twice",
        });
        return invoice.Invoice;
    }

    /// <summary>
    /// The platform of its line is not known and neither way of reckoning gives the amount: the bot must not explain it.
    /// </summary>
    private Invoice Disputed()
    {
        var due = today.PlusDays(-2);
        var month = due.PlusDays(-PaymentTerm).PlusMonths(-1).ToYearMonth();
        var invoice = New(137, due).Month(month).AsTyped(
            Product.Microsoft365, DemoSubscriptions.Visio, 3, 15.00m, month.OnDayOfMonth(20), 17.90m, PlatformEra.Any).Invoice;
        invoice.Disputes.Add(new Dispute
        {
            PersonId = "contoso-alex",
            OpenedAt = today.PlusDays(-8).At(new LocalTime(10, 15)).InUtc().ToInstant(),
            Reason = "We never had three seats of Visio in that month.",
        });
        return invoice;
    }

    private static DemoInvoice New(int sequence, LocalDate due)
    {
        var issued = due.PlusDays(-PaymentTerm);
        return new DemoInvoice("contoso", $"INV-{issued.Year}-{sequence:0000}", "USD", ValueAddedTax, issued, due)
            .For(issued, issued.PlusYears(1).PlusDays(-1));
    }
}
