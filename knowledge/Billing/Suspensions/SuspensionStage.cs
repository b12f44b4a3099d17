using System.Globalization;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>
/// From when on an unpaid invoice allows a suspension: what the partner has published, which is what the customer was
/// told; where nothing is published, <see cref="SuspensionOptions.MinimumDaysOverdue"/>.
/// </summary>
public sealed class SuspensionStage(CollectionsPolicy policy, IOptions<SuspensionOptions> options)
{
    /// <param name="account">On the customer's day, with lines, disputes and promises.</param>
    /// <param name="subscription">With its customer.</param>
    public bool IsReached(InvoiceAccount account, Subscription subscription)
    {
        var customer = subscription.Customer!;
        var positions = CollectionsPosition.Of(account, policy, customer.Group, DateTimeZoneProviders.Tzdb[customer.TimeZone]);

        // An invoice that does not name the product allows it once it does for everything it bills.
        var own = positions.Where(position => position.Products.Contains(subscription.Product)).DefaultIfEmpty().First();
        return account.IsUnpaid && positions.Count > 0 && (own is null ? positions.All(IsReached) : IsReached(own));
    }

    /// <summary>What no invoice of the subscription has done yet, for staff: "is overdue by ... or more".</summary>
    public string Rule(Subscription subscription) => policy switch
    {
        { IsPublished: false } => string.Create(CultureInfo.InvariantCulture, $"is overdue by {options.Value.MinimumDaysOverdue} days or more"),
        _ when DaysFor(subscription) is { } days => string.Create(
            CultureInfo.InvariantCulture,
            $"is overdue by {days} days or more, not counting disputed and promised days; so says the collections policy for group {subscription.Customer!.Group}"),
        _ => $"can lead to a suspension: the collections policy has none for this product in group {subscription.Customer!.Group}",
    };

    private bool IsReached(CollectionsPosition position) => policy.IsPublished
        ? position.Stages.Any(dated => dated.Stage.Step == CollectionsStep.AccessSuspended && dated.From <= position.Today)
        : position.Days >= options.Value.MinimumDaysOverdue;

    private int? DaysFor(Subscription subscription) => policy.For(subscription.Customer!.Group, subscription.Product)
        .FirstOrDefault(stage => stage.Step == CollectionsStep.AccessSuspended)?.AfterDays;
}
