namespace BillingBot.Protocol;

/// <summary>Where an activity belongs. Ids are opaque and unique only within a channel.</summary>
internal sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? TenantId { get; init; }

    /// <summary>personal, groupChat or channel on Teams; absent elsewhere.</summary>
    public string? ConversationType { get; init; }
    public bool? IsGroup { get; init; }
}
