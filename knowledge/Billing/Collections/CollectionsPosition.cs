using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Where an invoice stands in the collections policy on a day, for those of its products that share the same stages.</summary>
/// <param name="Products">Any alone: the invoice names no product.</param>
/// <param name="Due">The due date.</param>
/// <param name="Today">The customer's calendar day.</param>
/// <param name="Stages">In order, with their dates.</param>
/// <param name="Pause">Why and until when the clock stands still today; null when it runs.</param>
/// <param name="Days">Effective days past due.</param>
public sealed record CollectionsPosition(
    IReadOnlyList<Product> Products,
    LocalDate Due,
    LocalDate Today,
    IReadOnlyList<DatedStage> Stages,
    CollectionsPause? Pause,
    int Days)
{
    /// <summary>The stage that was reached last; null before the first.</summary>
    public DatedStage? Current => Stages.LastOrDefault(stage => stage.From <= Today);

    /// <summary>The first stage that is still to come; null after the last.</summary>
    public DatedStage? Next => Stages.FirstOrDefault(stage => !(stage.From <= Today));

    /// <returns>One for each set of products with the same stages; none for an invoice without a due date.</returns>
    /// <param name="account">The invoice on the customer's day, with lines, disputes and promises.</param>
    /// <param name="policy">The partner's policy; with none published the stages are empty.</param>
    /// <param name="group">The customer's group.</param>
    /// <param name="zone">The customer's zone, in which instants become days.</param>
    public static IReadOnlyList<CollectionsPosition> Of(
        InvoiceAccount account, CollectionsPolicy policy, string group, DateTimeZone zone)
    {
        if (account.Invoice.DueOn is not { } due)
        {
            return [];
        }

        var pauses = CollectionsPause.Of(account.Invoice, zone);
        var pause = CollectionsPause.InForce(account, zone);
        var days = CollectionsClock.DaysOn(account.Today, due, pauses);
        return [.. policy.Together(group, ProductsOf(account.Invoice)).Select(row => new CollectionsPosition(
            row.Products,
            due,
            account.Today,
            [.. row.Stages.Select(stage => new DatedStage(stage, CollectionsClock.Reaches(stage.AfterDays, due, pauses)))],
            pause,
            days))];
    }

    private static List<Product> ProductsOf(Invoice invoice)
    {
        var named = invoice.Lines.Select(line => line.Product).Where(product => product != Product.Any).Distinct().Order().ToList();
        return named.Count > 0 ? named : [Product.Any];
    }
}
