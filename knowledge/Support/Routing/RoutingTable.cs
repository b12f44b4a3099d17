using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Everything the partner has set about routing, as it stands at one moment; see <c>RoutingTables</c>.</summary>
/// <param name="Rules">In order.</param>
public sealed record RoutingTable(
    PartnerModel Model,
    IReadOnlyList<RoutingRule> Rules,
    IReadOnlyList<SupportQueue> Queues,
    IReadOnlyList<SupportProvider> Providers,
    IReadOnlyList<HeldPlan> Plans,
    IReadOnlyList<SupportBoundary> Boundaries)
{
    /// <summary>Of the profile that holds the model: needed to change it.</summary>
    public int ModelVersion { get; init; }

    public SupportQueue? Queue(string? id) => Queues.FirstOrDefault(queue => queue.Id == id);

    public SupportProvider? Provider(string? id) => Providers.FirstOrDefault(provider => provider.Id == id);

    /// <summary>Where cases wait that no rule sends elsewhere.</summary>
    public string DefaultQueue(Classification classification) =>
        Queues.FirstOrDefault(queue => queue.DefaultFor == classification)?.Id ?? Fallback(classification);

    /// <summary>The provider to whom an indirect reseller turns; null when none is entered that can be reached.</summary>
    public SupportProvider? IndirectProvider =>
        Providers.FirstOrDefault(provider => provider.Kind is SupportProviderKind.IndirectProvider && provider.IsReachable);

    /// <summary>Also for whoever has deleted the default: a case is never without a queue.</summary>
    private string Fallback(Classification classification) => Queue(Shipped(classification))?.Id ?? (Queues is [var first, ..] ? first.Id : Shipped(classification));

    private static string Shipped(Classification classification) => classification switch
    {
        Classification.Commercial => SupportQueue.Billing,
        Classification.Technical => SupportQueue.Technical,
        _ => SupportQueue.Security,
    };
}
