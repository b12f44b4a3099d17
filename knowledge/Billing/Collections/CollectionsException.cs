using BillingBot.Knowledge.Articles;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Where the policy differs: for a customer group, a product, or a product of a group.</summary>
/// <param name="Group">Null: every group.</param>
/// <param name="Product">Null: every product.</param>
/// <param name="Stages">The steps that differ; null for a step that is never taken.</param>
internal sealed record CollectionsException(
    string? Group, Product? Product, IReadOnlyDictionary<CollectionsStep, CollectionsStage?> Stages)
{
    /// <summary>Higher is more specific: a group is more specific than a product.</summary>
    public int Precedence => (Group is null ? 0 : 2) + (Product is null ? 0 : 1);

    public bool AppliesTo(string group, Product product) =>
        (Group is null || Group.Equals(group, StringComparison.OrdinalIgnoreCase)) && (Product is null || Product == product);
}
