using System.Globalization;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Cli;

/// <summary>What staff must have seen before they request or approve: whose, what, why, and what follows.</summary>
internal sealed class SuspensionScreen(IDbContextFactory<BillingDb> factory, SuspensionGuard guard, IClock clock)
{
    /// <returns>Null when there is no such subscription.</returns>
    public async Task<string?> TextAsync(
        SuspensionKind kind, string subscriptionId, IReadOnlyList<string>? about, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var subscription = await db.Subscriptions.Include(known => known.Customer)
            .SingleOrDefaultAsync(known => known.Id == subscriptionId, cancellationToken);
        if (subscription is null)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var today = now.InZone(DateTimeZoneProviders.Tzdb[subscription.Customer!.TimeZone]).Date;
        var invoices = await Receivables.Whole(Receivables.WithSomethingOutstanding(db.Invoices))
            .Where(invoice => invoice.CustomerId == subscription.CustomerId && invoice.IssuedOn != null)
            .OrderBy(invoice => invoice.DueOn).ToListAsync(cancellationToken);
        var check = await guard.CheckAsync(db, kind, subscription, about, now, cancellationToken);
        return string.Join(Environment.NewLine,
        [
            $"Customer:      {subscription.Customer.Name} ({subscription.CustomerId}), group {subscription.Customer.Group}",
            $"Subscription:  {subscription.ProductName} ({subscription.Id}), {subscription.Seats} seats, {subscription.Status}",
            $"Platform:      {Platform(subscription.Era)}",
            "Unpaid invoices of the customer:",
            .. invoices.Select(invoice => new InvoiceAccount(invoice, today)).Where(account => account.IsUnpaid)
                .Select(account => Line(account, subscription)).DefaultIfEmpty("  none"),
            .. Consequences(kind, subscription).Select(line => $"* {line}"),
            check switch
            {
                SuspensionCheck.InOrder { Invoices: { Count: > 0 } ground } when kind is SuspensionKind.Suspend =>
                    $"In order, over {string.Join(", ", ground.Select(account => account.Invoice.Number))}.",
                SuspensionCheck.InOrder => "In order.",
                SuspensionCheck.Settled settled => $"NOT in order: {settled.Reason}",
                SuspensionCheck.NotInOrder not => $"NOT in order: {not.Reason}",
                _ => throw new InvalidOperationException($"No case for {check.GetType().Name}."),
            },
        ]);
    }

    private static string Line(InvoiceAccount account, Subscription subscription)
    {
        var invoice = account.Invoice;
        var late = invoice.DueOn is { } due ? Period.DaysBetween(due, account.Today) : 0;
        var stage = late > 0 ? $"{late} days overdue" : "not due yet";
        var bills = invoice.Lines.Exists(line => line.SubscriptionId == subscription.Id) ? "bills this subscription" : "other";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {invoice.Number,-16} {account.Outstanding.Currency} {account.Outstanding.Major,12:N2}  due {(invoice.DueOn is { } day ? LocalDatePattern.Iso.Format(day) : "-")}, {stage}, {account.Status}; {bills}");
    }

    private static string Platform(PlatformEra era) => era switch
    {
        PlatformEra.NewCommerce => "new commerce",
        PlatformEra.Legacy => "legacy",
        _ => "not known",
    };

    private static IEnumerable<string> Consequences(SuspensionKind kind, Subscription subscription) => (kind, subscription.Era) switch
    {
        (SuspensionKind.Reactivate, PlatformEra.Legacy) =>
            ["Users get the service back.", "Charges start again from that day."],
        (SuspensionKind.Reactivate, _) =>
            ["Users get the service back.", "Changes that were scheduled before the suspension do not come back."],
        (_, PlatformEra.NewCommerce) =>
        [
            "Users lose the service at once; administrators still reach the data.",
            "BILLING GOES ON: Microsoft keeps charging us for the whole term while it is suspended.",
            "Other scheduled changes of this subscription are dropped.",
            "It can be reactivated until its term ends; then it expires.",
        ],
        (_, PlatformEra.Legacy) =>
        [
            "Users lose the service at once; administrators still reach the data.",
            "Its add-ons are suspended with it.",
            "The data is deleted after 90 days.",
            "Charges stop; a refund line appears.",
        ],
        _ =>
        [
            "Users lose the service at once; administrators still reach the data.",
            "THE PLATFORM IS NOT KNOWN. On new commerce billing goes on while suspended and scheduled changes are dropped; on legacy add-ons are suspended too and the data is deleted after 90 days. Look in Partner Center which it is.",
        ],
    };
}
