using System.Text.Json.Serialization;

namespace BillingBot.WebChat;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(PageSettings))]
internal sealed partial class WebChatJson : JsonSerializerContext;
