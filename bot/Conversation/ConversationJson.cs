using System.Text.Json.Serialization;

namespace BillingBot.Conversation;

/// <summary>Source-generated JSON of what the bot stores about a conversation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(Incoming))]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(Outcome))]
internal sealed partial class ConversationJson : JsonSerializerContext;
