using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>Looks, at the request, at the approval and right before the execution, whether it is in order.</summary>
public sealed class SuspensionGuard(SuspensionStage stage)
{
    /// <param name="db">The transaction that acts on the answer.</param>
    /// <param name="kind">Suspend or reactivate.</param>
    /// <param name="subscription">With its customer.</param>
    /// <param name="about">The invoices it is about; null to find them.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<SuspensionCheck> CheckAsync(
        BillingDb db, SuspensionKind kind, Subscription subscription, IReadOnlyList<string>? about, Instant now, CancellationToken cancellationToken)
    {
        if (Unfit(kind, subscription) is { } unfit)
        {
            return new SuspensionCheck.NotInOrder(unfit);
        }

        var today = now.InZone(DateTimeZoneProviders.Tzdb[subscription.Customer!.TimeZone]).Date;
        var billing = db.Invoices.Where(invoice => invoice.CustomerId == subscription.CustomerId && invoice.IssuedOn != null
            && invoice.Lines.Any(line => line.SubscriptionId == subscription.Id));
        var invoices = await Receivables.Whole(about is null
                ? Receivables.WithSomethingOutstanding(billing)
                : billing.Where(invoice => about.Contains(invoice.Number)))
            .OrderBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Number)
            .ToListAsync(cancellationToken);
        var accounts = invoices.ConvertAll(invoice => new InvoiceAccount(invoice, today));
        return (kind, about) switch
        {
            (SuspensionKind.Reactivate, null) => new SuspensionCheck.InOrder(accounts.FindAll(account => account.IsUnpaid)),
            (SuspensionKind.Reactivate, _) => new SuspensionCheck.InOrder(accounts),
            (_, null) => Find(subscription, accounts),
            _ => Recheck(subscription, accounts),
        };
    }

    private static string? Unfit(SuspensionKind kind, Subscription subscription) => (kind, subscription) switch
    {
        (_, { Customer.TenantId: null }) =>
            $"The Microsoft Entra tenant of customer {subscription.CustomerId} is not known. Import the customer with its tenant id first.",
        (_, { Kind: SubscriptionKind.Reservation or SubscriptionKind.PerpetualSoftware }) =>
            $"{subscription.ProductName} is a {subscription.Kind}: that cannot be suspended.",
        (SuspensionKind.Suspend, { Status: not SubscriptionStatus.Active }) or (SuspensionKind.Reactivate, { Status: not SubscriptionStatus.Suspended }) =>
            $"The subscription is {subscription.Status}.",
        _ => null,
    };

    private SuspensionCheck Find(Subscription subscription, List<InvoiceAccount> unpaid)
    {
        var late = unpaid.FindAll(account => stage.IsReached(account, subscription));
        var free = late.FindAll(account => Pause(account, subscription) is null);
        return (late, free) switch
        {
            ([], _) => new SuspensionCheck.NotInOrder($"No unpaid invoice for {subscription.ProductName} {stage.Rule(subscription)}."),
            (_, []) => new SuspensionCheck.NotInOrder(Pause(late[0], subscription)!),
            _ => new SuspensionCheck.InOrder(free),
        };
    }

    private SuspensionCheck Recheck(Subscription subscription, List<InvoiceAccount> about) => about.FindAll(account => account.IsUnpaid) switch
    {
        _ when about.Count == 0 => new SuspensionCheck.NotInOrder("The invoices it is about do not bill this subscription any more."),
        [] => new SuspensionCheck.Settled($"{string.Join(", ", about.Select(account => account.Invoice.Number))}: nothing is outstanding any more."),
        var unpaid when unpaid.Select(account => Pause(account, subscription)).FirstOrDefault(pause => pause is not null) is { } pause =>
            new SuspensionCheck.NotInOrder(pause),
        var unpaid when !unpaid.Exists(account => stage.IsReached(account, subscription)) =>
            new SuspensionCheck.NotInOrder($"{unpaid[0].Invoice.Number} is not late enough any more."),
        var unpaid => new SuspensionCheck.InOrder(unpaid),
    };

    /// <returns>Why the collections clock of the invoice stands still; null when it does not.</returns>
    private static string? Pause(InvoiceAccount account, Subscription subscription)
    {
        var number = account.Invoice.Number;
        return CollectionsPause.InForce(account, DateTimeZoneProviders.Tzdb[subscription.Customer!.TimeZone]) switch
        {
            null => null,
            { Until: { } until } => $"Payment of {number} is promised by {LocalDatePattern.Iso.Format(until)}. Wait until that day is over.",
            _ => $"{number} is disputed. Settle the dispute first: dispute close {number} --resolution ...",
        };
    }
}
