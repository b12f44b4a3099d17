using System.Text.Json;

namespace BillingBot.Protocol;

/// <summary>
/// An inbound activity: only the fields that are read. Everything is optional on the wire; ActivityRules says which
/// are required. Unknown members are ignored. Source: the Activity protocol 3.1 specification.
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? Text { get; init; }
    public string? Locale { get; init; }
    public string? DeliveryMode { get; init; }

    /// <summary>Event and invoke name.</summary>
    public string? Name { get; init; }

    /// <summary>installationUpdate: add, remove, add-upgrade, remove-upgrade.</summary>
    public string? Action { get; init; }
    public JsonElement? Value { get; init; }
    public JsonElement? ChannelData { get; init; }

    /// <summary>Of any type and shape; <see cref="Entity"/> reads those that are mentions.</summary>
    public IReadOnlyList<JsonElement>? Entities { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }
}
