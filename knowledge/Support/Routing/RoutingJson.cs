using System.Text.Json.Serialization;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>How decisions are kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJson)])]
[JsonSerializable(typeof(RoutingRecord))]
[JsonSerializable(typeof(IReadOnlyList<RoutingReason>), TypeInfoPropertyName = "Reasons")]
internal sealed partial class RoutingJson : JsonSerializerContext;
