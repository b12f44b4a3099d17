namespace BillingBot.Conversation;

/// <summary>Who wrote, as far as the channel has proven it. Every field that is set is trustworthy.</summary>
/// <param name="Id">The channel's id of the user.</param>
/// <param name="Name">The channel's display name.</param>
internal sealed record Sender(string Id, string? Name)
{
    /// <summary>Whoever it is that a conversation of two is with: what they said in it was archived.</summary>
    public static readonly Sender Unknown = new("", null);

    /// <summary>Microsoft Entra tenant and object id, from an authenticated Teams activity.</summary>
    public string? TenantId { get; init; }
    public string? ObjectId { get; init; }

    /// <summary>Key of the person, from a Direct Line token that the partner's own site obtained.</summary>
    public string? PersonId { get; init; }
}
