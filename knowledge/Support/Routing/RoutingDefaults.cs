using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What a new database begins with; the partner changes it.</summary>
internal static class RoutingDefaults
{
    public static IReadOnlyList<SupportQueue> Queues() =>
    [
        new() { Id = SupportQueue.Billing, NameEn = "Billing", NameJa = "請求", DefaultFor = Classification.Commercial },
        new() { Id = SupportQueue.Technical, NameEn = "Technical", NameJa = "技術", DefaultFor = Classification.Technical },
        new() { Id = SupportQueue.Security, NameEn = "Security", NameJa = "セキュリティ", DefaultFor = Classification.Fraud },
    ];

    /// <summary>Steps of ten leave room between.</summary>
    public static IReadOnlyList<RoutingRule> Rules() =>
    [
        new() { Order = 10, Name = "Fraud and security", Classification = Classification.Fraud, Destination = DestinationKind.Queue, Target = SupportQueue.Security },
        new() { Order = 20, Name = "Billing", Classification = Classification.Commercial, Destination = DestinationKind.Queue, Target = SupportQueue.Billing },
        new() { Order = 30, Name = "Technical", Classification = Classification.Technical, Destination = DestinationKind.Microsoft },
    ];
}
