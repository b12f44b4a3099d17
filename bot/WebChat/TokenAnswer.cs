using System.Text.Json.Serialization;

namespace BillingBot.WebChat;

/// <summary>What the page needs to open a conversation on Direct Line.</summary>
/// <param name="Token">Good for this one conversation.</param>
/// <param name="ConversationId">The conversation; it starts when the client opens it.</param>
/// <param name="ExpiresIn">Seconds; the client refreshes the token before.</param>
/// <param name="UserId">Who the customer is on the channel.</param>
internal sealed record TokenAnswer(
    string Token,
    string ConversationId,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string UserId);
