using System.Globalization;
using System.Text.Json.Nodes;
using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>Reads Partner Center's Subscription resource.</summary>
internal static class SubscriptionReader
{
    private const string NewCommerceProductType = "OnlineServicesNCE";

    /// <returns>Null when it is not a subscription.</returns>
    public static ProviderSubscription? Read(JsonObject body) =>
        Text(body, "id") is { } id && Text(body, "status") is { } status
            ? new ProviderSubscription
            {
                Id = id,
                Status = status.ToLowerInvariant(),
                Name = Text(body, "friendlyName") ?? Text(body, "offerName"),
                Quantity = Value<int>(body, "quantity"),
                BillingCycle = Text(body, "billingCycle"),
                CommitmentEnd = Time(body, "commitmentEndDate"),
                AutoRenew = Value<bool>(body, "autoRenewEnabled"),
                Era = Era(body),
                ETag = body["attributes"] is JsonObject attributes ? Text(attributes, "etag") : null,
            }
            : null;

    /// <summary>Catalogue offers (product:sku:availability) are new commerce's; a legacy offer is a GUID.</summary>
    private static PlatformEra Era(JsonObject body)
    {
        var type = body["productType"] is JsonObject product ? Text(product, "id") : Text(body, "productType");
        var offer = Text(body, "offerId");
        if (type == NewCommerceProductType || offer?.Contains(':', StringComparison.Ordinal) == true)
            return PlatformEra.NewCommerce;
        return Guid.TryParse(offer, out _) ? PlatformEra.Legacy : PlatformEra.Any;
    }

    private static string? Text(JsonObject body, string property) =>
        body[property] is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static T? Value<T>(JsonObject body, string property)
        where T : struct => body[property] is JsonValue value && value.TryGetValue(out T read) ? read : null;

    private static Instant? Time(JsonObject body, string property) =>
        DateTimeOffset.TryParse(Text(body, property), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Instant.FromDateTimeOffset(time)
            : null;
}
