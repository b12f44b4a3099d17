using NodaTime;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>Where an invoice of Microsoft's stands on a day.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Today">In UTC, as every date of Partner Center (F18).</param>
public sealed record ProviderInvoicePosition(ProviderInvoice Invoice, LocalDate Today)
{
    /// <summary>Payment term: net 60 days from the invoice date (F13).</summary>
    public const int TermDays = 60;
    private const int DueSoonDays = 14;
    private const int ToleratedDaysOverdue = 60;

    /// <summary>The first day on which it is more than 60 days overdue.</summary>
    public LocalDate SuspensionOn => Invoice.DueOn.PlusDays(ToleratedDaysOverdue + 1);

    public ProviderInvoiceStatus Status => this switch
    {
        _ when Invoice.PaidOn is not null => ProviderInvoiceStatus.Paid,
        _ when Today >= SuspensionOn => ProviderInvoiceStatus.SuspensionRisk,
        _ when Today > Invoice.DueOn => ProviderInvoiceStatus.Overdue,
        _ when Today >= Invoice.DueOn.PlusDays(-DueSoonDays) => ProviderInvoiceStatus.DueSoon,
        _ => ProviderInvoiceStatus.Open,
    };
}
