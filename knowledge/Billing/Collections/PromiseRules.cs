using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Which promises to pay are taken without asking a person.</summary>
/// <param name="LongestDays">Days from the day of the promise to the promised day, at most.</param>
/// <param name="AtMost">Promises for one invoice, at most.</param>
public sealed record PromiseRules(int LongestDays, int AtMost)
{
    /// <summary>
    /// The last day that may be promised for an invoice now; null where no promise is taken any more. Who moves the day before it
    /// is over has promised once, as long as the new day could have been promised the first time: however often it
    /// is moved, the clock stands still for no longer than the promises that are taken could stop it.
    /// </summary>
    /// <param name="account">The invoice on the customer's day, with its promises.</param>
    /// <param name="zone">The customer's zone, in which instants become days.</param>
    public LocalDate? LastDay(InvoiceAccount account, DateTimeZone zone)
    {
        var (taken, last) = (0, LocalDate.MinIsoValue);
        PaymentPromise? before = null;
        foreach (var promise in account.Invoice.Promises.OrderBy(promise => promise.MadeAt).ThenBy(promise => promise.Id))
        {
            var made = promise.MadeAt.InZone(zone).Date;
            if (!RunsOn(before, made, promise.MadeAt) || promise.PromisedOn > last)
            {
                (taken, last) = (taken + 1, made.PlusDays(LongestDays));
            }

            before = promise;
        }

        return taken < AtMost ? account.Today.PlusDays(LongestDays)
            : before is { WithdrawnAt: null } && before.PromisedOn >= account.Today && last >= account.Today ? last
            : null;
    }

    /// <summary>Neither broken by that day nor taken back before that moment: the one made then moved it.</summary>
    private static bool RunsOn(PaymentPromise? promise, LocalDate day, Instant moment) =>
        promise is not null && promise.PromisedOn >= day && !(promise.WithdrawnAt < moment);
}
