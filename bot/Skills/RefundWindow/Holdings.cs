using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Refunds;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.RefundWindow;

/// <summary>What the customer of whoever asks has bought; nothing for a guest.</summary>
/// <param name="Subscriptions">All on record.</param>
/// <param name="Invoices">Newest first; none where amounts may not be seen.</param>
internal sealed record Holdings(IReadOnlyList<Subscription> Subscriptions, IReadOnlyList<InvoiceAccount> Invoices)
{
    public IReadOnlyList<Subscription> Licences =>
        [.. Subscriptions.Where(one => one is { Kind: SubscriptionKind.License, Status: SubscriptionStatus.Active or SubscriptionStatus.Suspended })];

    /// <summary>Before tax, when the window is open and the price of this term is on an invoice; else null.</summary>
    public Money? GivenBack(Subscription subscription, RefundRule rule, Instant start, Instant now)
    {
        var window = new CancellationWindow(rule, start);
        var charged = Invoices.Where(account => account.Status != InvoiceStatus.Credited)
            .SelectMany(account => account.Invoice.Lines, (account, line) => (Line: line, account.Invoice.Currency))
            .FirstOrDefault(charge => charge.Line.SubscriptionId == subscription.Id
                && charge.Line.ChargeType is ChargeType.Purchase or ChargeType.Renew or ChargeType.CycleFee
                && charge.Line.ChargeStart >= start.InUtc().Date
                && LineExplanation.Of(charge.Line, charge.Currency) is LineExplanation.Whole);
        return charged.Line is not { } line || !rule.HasWindow || !window.IsOpenAt(now) ? null : rule.Given switch
        {
            RefundGiven.Everything or RefundGiven.EverythingButMetered => new Money(line.NetMinor, charged.Currency),
            RefundGiven.UnusedDays when Cycle(subscription) is { } cycle && window.UnusedAt(cycle, now) is var (unused, days) =>
                Proration.ByDay(line.UnitPrice, subscription.Seats, unused, days, charged.Currency),
            _ => null,
        };
    }

    private static Period? Cycle(Subscription subscription) =>
        subscription.BillingCycle is { } cycle && PeriodPattern.NormalizingIso.Parse(cycle) is { Success: true, Value: { HasTimeComponent: false } period }
            ? period
            : null;
}
