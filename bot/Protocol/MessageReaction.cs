namespace BillingBot.Protocol;

/// <summary>A reaction such as <c>like</c>.</summary>
internal sealed record MessageReaction
{
    public string? Type { get; init; }
}
