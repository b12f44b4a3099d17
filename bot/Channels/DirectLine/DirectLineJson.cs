using System.Text.Json.Serialization;

namespace BillingBot.Channels.DirectLine;

/// <summary>Source-generated JSON of what only Direct Line has.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(TokenParameters))]
[JsonSerializable(typeof(StartParameters))]
[JsonSerializable(typeof(TokenResponse))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
