using System.Text.Json.Serialization;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>How cases are told to providers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DispatchedCase))]
internal sealed partial class DispatchJson : JsonSerializerContext;
