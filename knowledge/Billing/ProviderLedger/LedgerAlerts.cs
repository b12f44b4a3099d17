using System.Globalization;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>
/// Tells staff, once each, that an unpaid invoice of Microsoft's comes due or close to the suspension of the partner's
/// account. A later alert takes the place of an earlier one; after a pause only the one that holds now is raised.
/// </summary>
public sealed class LedgerAlerts(DbWriter writer, IOptions<StaffOptions> staff, IClock clock)
{
    private const string Bot = "bot";
    private static readonly int[] DaysBeforeDue = [14, 7, 1];
    private static readonly int[] DaysBeforeSuspension = [30, 14, 7, 1];

    public Task<int> RaiseAsync(CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            var unpaid = await db.ProviderInvoices.Where(invoice => invoice.PaidOn == null).ToListAsync(token);
            foreach (var position in unpaid.ConvertAll(invoice => new ProviderInvoicePosition(invoice, now.InUtc().Date)))
            {
                if (Reached(position) is { } alert)
                {
                    await RaiseAsync(db, position, alert, now, token);
                }
            }

            return await db.SaveChangesAsync(token);
        },
        cancellationToken);

    /// <returns>The alert whose day came last; null before the first.</returns>
    internal static string? Reached(ProviderInvoicePosition position)
    {
        var (due, suspension) = (position.Invoice.DueOn, position.SuspensionOn);
        IEnumerable<(LocalDate From, string Name)> alerts =
        [
            .. DaysBeforeDue.Select(days => (due.PlusDays(-days), Name("due", days))),
            (due.PlusDays(1), "overdue"),
            .. DaysBeforeSuspension.Select(days => (suspension.PlusDays(-days), Name("suspension", days))),
            (suspension, "suspension"),
        ];
        return alerts.LastOrDefault(alert => alert.From <= position.Today).Name;
    }

    private async Task RaiseAsync(BillingDb db, ProviderInvoicePosition position, string alert, Instant now, CancellationToken cancellationToken)
    {
        var invoice = position.Invoice;
        var key = LedgerTasks.Key(invoice.Number, alert);
        if (await db.StaffTasks.AnyAsync(task => task.Kind == StaffTaskKind.ProviderInvoice && task.DedupeKey == key, cancellationToken))
        {
            return;
        }

        await LedgerTasks.CloseAsync(db, invoice.Number, Bot, now, cancellationToken);
        var subject = Subject(position);
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{invoice.Number} of {LocalDatePattern.Iso.Format(invoice.IssuedOn)} over {invoice.Currency} {invoice.Amount.Major:N}, due {LocalDatePattern.Iso.Format(invoice.DueOn)}. More than 60 days overdue, from {LocalDatePattern.Iso.Format(position.SuspensionOn)} on, Microsoft suspends our Partner Center account and nothing new can be sold. When it is paid: ledger pay {invoice.Number}");
        db.Add(new StaffTask
        {
            Kind = StaffTaskKind.ProviderInvoice,
            Subject = subject,
            Detail = detail,
            DedupeKey = key,
            CreatedAt = now,
        });
        if (staff.Value.Mail is { Length: > 0 } address)
        {
            db.Add(new OutgoingMail { To = address, Subject = subject, Body = detail, Language = "en", CreatedAt = now });
        }
    }

    private static string Subject(ProviderInvoicePosition position)
    {
        var untilDue = Period.DaysBetween(position.Today, position.Invoice.DueOn);
        var untilSuspension = Period.DaysBetween(position.Today, position.SuspensionOn);
        var number = position.Invoice.Number;
        return (untilDue, untilSuspension) switch
        {
            ( >= 0, _) => $"Microsoft's invoice {number} is due in {untilDue} days",
            (_, > 0) => $"Microsoft's invoice {number} is {-untilDue} days overdue; our account is suspended in {untilSuspension} days",
            _ => $"Microsoft's invoice {number} is {-untilDue} days overdue: our account may be suspended now",
        };
    }

    private static string Name(string what, int days) => string.Create(CultureInfo.InvariantCulture, $"{what}-{days}");
}
