using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Tests.Support.Routing.Situations;

/// <summary>Cases and partners to describe situations with.</summary>
internal static class Given
{
    public const string NightDesk = "night-desk";
    public const string Distributor = "distributor";

    /// <summary>A line of the boundary table: the partner's own work, and Microsoft's.</summary>
    public const long Licences = 1;
    public const long Platform = 2;

    public static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 1, 0);

    public static RoutingInput Bill => Case(Classification.Commercial);
    public static RoutingInput Fraud => Case(Classification.Fraud);

    public static RoutingInput Fault(SupportProduct? product = SupportProduct.Azure) => Case(Classification.Technical) with { Product = product };

    /// <summary>A fault whose checklist is done.</summary>
    public static RoutingInput Diagnosed(SupportProduct? product = SupportProduct.Azure, Finding finding = Finding.UndocumentedFault, long? boundary = null) =>
        Fault(product) with { Diagnosis = new() { Done = [.. Enum.GetValues<DiagnosisStep>()], Finding = finding, BoundaryId = boundary } };

    /// <summary>A partner that buys from Microsoft, with the rules that a new database has and nothing written down about boundaries.</summary>
    public static RoutingTable DirectBill(params IReadOnlyList<MicrosoftTier> plans) => new(
        PartnerModel.DirectBill, RoutingDefaults.Rules(), RoutingDefaults.Queues(), [], [.. plans.Select(tier => new HeldPlan { Tier = tier })], []);

    public static RoutingTable Reseller(bool hasProvider = true) => DirectBill() with
    {
        Model = PartnerModel.IndirectReseller,
        Providers = hasProvider ? [Provider(Distributor, SupportProviderKind.IndirectProvider)] : [],
    };

    public static RoutingTable With(this RoutingTable table, params IReadOnlyList<RoutingRule> first) =>
        table with { Rules = [.. first, .. table.Rules] };

    public static RoutingTable With(this RoutingTable table, SupportProvider provider) => table with { Providers = [.. table.Providers, provider] };

    public static RoutingTable WithBoundaries(this RoutingTable table) => table with
    {
        Boundaries =
        [
            new() { Id = Licences, Product = SupportProduct.Azure, Topic = "Quota and licences", SolvedBy = BoundaryKeeper.Partner },
            new() { Id = Platform, Product = SupportProduct.Azure, Topic = "Faults of the platform", SolvedBy = BoundaryKeeper.Microsoft },
        ],
    };

    public static SupportProvider Provider(string id, SupportProviderKind kind = SupportProviderKind.Outsourced, params IReadOnlyList<string> languages) => new()
    {
        Id = id,
        Name = id,
        Kind = kind,
        Email = $"{id}@example.com",
        Languages = [.. languages],
    };

    public static RoutingRule ToProvider(string name = "Night") => new() { Order = 1, Name = name, Destination = DestinationKind.Provider, Target = NightDesk };

    public static RoutingRule ToQueue(string queue, string name = "Special") => new() { Order = 1, Name = name, Destination = DestinationKind.Queue, Target = queue };

    private static RoutingInput Case(Classification classification) => new()
    {
        Classification = classification,
        CustomerId = "contoso",
        CustomerGroup = "standard",
        Plan = "Standard",
        Language = "en",
        IsOpen = true,
        Now = Now,
    };
}
