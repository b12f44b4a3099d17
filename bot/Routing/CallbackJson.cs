using System.Text.Json.Serialization;

namespace BillingBot.Routing;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProviderCallback))]
internal sealed partial class CallbackJson : JsonSerializerContext;
