using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Something of which a customer who wants it is to be reminded.</summary>
/// <param name="Stage">As in <see cref="SentReminder.Stage"/>.</param>
/// <param name="On">The customer's calendar day from which it is so.</param>
public sealed record DueReminder(string Stage, LocalDate On)
{
    /// <summary>
    /// What holds on the invoice's day: soon due, due, or the stage reached last. Stages that were passed over in a night
    /// or a closed time are not caught up one by one. Nothing for an invoice that is paid, disputed or promised.
    /// </summary>
    /// <param name="account">The invoice on the customer's day.</param>
    /// <param name="positions">Where it stands on that day.</param>
    /// <param name="daysBeforeDue">0 for no reminder before the due date.</param>
    public static IReadOnlyList<DueReminder> Of(InvoiceAccount account, IReadOnlyList<CollectionsPosition> positions, int daysBeforeDue)
    {
        if (!account.IsUnpaid || account.Invoice.DueOn is not { } due || positions.Any(position => position.Pause is not null))
        {
            return [];
        }

        if (account.Today < due)
        {
            var soon = due.PlusDays(-daysBeforeDue);
            return account.Today >= soon ? [new DueReminder("before-due", soon)] : [];
        }

        return [.. positions
            .Select(position => position.Current is { From: { } from } current
                ? new DueReminder($"{current.Stage.Step}:{string.Join('+', position.Products)}", from)
                : new DueReminder("due", due))
            .Distinct()];
    }
}
