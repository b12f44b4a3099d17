using System.Text.Json.Serialization;

namespace BillingBot.Channels.DirectLine;

/// <summary>Answer of every call that gives a token.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Token">Bearer credential for it.</param>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TokenResponse(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn)
{
    /// <summary>Where the WebSocket can be opened for a short while.</summary>
    public string? StreamUrl { get; init; }
}
