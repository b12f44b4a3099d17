using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>What a partner has agreed with its customers about late invoices. There is no default.</summary>
public sealed class CollectionsPolicy
{
    /// <summary>A partner that has published nothing.</summary>
    public static readonly CollectionsPolicy Nothing = new([], [], null);

    private static readonly CollectionsStep[] Steps = Enum.GetValues<CollectionsStep>();
    private readonly CollectionsException _default;
    private readonly List<CollectionsException> _mostSpecificFirst;

    /// <param name="stages">What holds where no exception does.</param>
    /// <param name="exceptions">Where it differs.</param>
    /// <param name="promises">Null: promises are for a person to take.</param>
    internal CollectionsPolicy(
        IReadOnlyList<CollectionsStage> stages, IReadOnlyList<CollectionsException> exceptions, PromiseRules? promises)
    {
        _default = new(null, null, stages.ToDictionary(stage => stage.Step, CollectionsStage? (stage) => stage));
        _mostSpecificFirst = [.. exceptions.OrderByDescending(exception => exception.Precedence), _default];
        Promises = promises;
    }

    public PromiseRules? Promises { get; }
    public bool IsPublished => _default.Stages.Count > 0;

    /// <summary>Whether a promise to pay is offered: for an overdue invoice, and not one too many, which would only be refused.</summary>
    /// <param name="account">The invoice on the customer's day.</param>
    /// <param name="zone">The customer's.</param>
    public bool OffersPromise(InvoiceAccount account, DateTimeZone zone) =>
        account.Status is InvoiceStatus.Overdue && Promises?.LastDay(account, zone) is not null;

    /// <summary>The stages for a product of a customer in a group, in order; a step may be missing.</summary>
    public IReadOnlyList<CollectionsStage> For(string group, Product product)
    {
        var applying = _mostSpecificFirst.FindAll(exception => exception.AppliesTo(group, product));
        return [.. Steps
            .Select(step => applying.Find(exception => exception.Stages.ContainsKey(step))?.Stages[step])
            .OfType<CollectionsStage>()];
    }

    /// <summary>Every distinct row of stages that a group can meet, with its products; the general one first.</summary>
    public IReadOnlyList<(IReadOnlyList<Product> Products, IReadOnlyList<CollectionsStage> Stages)> Rows(string group) =>
        Together(group, Enum.GetValues<Product>());

    /// <summary>The products that share the same stages, together.</summary>
    internal IReadOnlyList<(IReadOnlyList<Product> Products, IReadOnlyList<CollectionsStage> Stages)> Together(
        string group, IEnumerable<Product> products)
    {
        var rows = new List<(List<Product> Products, IReadOnlyList<CollectionsStage> Stages)>();
        foreach (var product in products)
        {
            var stages = For(group, product);
            if (rows.Find(row => row.Stages.SequenceEqual(stages)) is { Products: { } same })
            {
                same.Add(product);
            }
            else
            {
                rows.Add(([product], stages));
            }
        }

        return [.. rows.Select(row => ((IReadOnlyList<Product>)row.Products, row.Stages))];
    }
}
