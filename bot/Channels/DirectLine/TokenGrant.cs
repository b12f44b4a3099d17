namespace BillingBot.Channels.DirectLine;

/// <summary>What a token allows: one user in one conversation.</summary>
/// <param name="ConversationId">The Direct Line conversation.</param>
/// <param name="UserId">Starts with <c>dl_</c>; takes the place of every <c>from.id</c> the client sends.</param>
internal sealed record TokenGrant(string ConversationId, string UserId)
{
    public string? UserName { get; init; }

    /// <summary>Key of a known person; set only when the partner's server vouched for them.</summary>
    public string? PersonId { get; init; }

    /// <summary>The sites that may use the token from a browser; empty for any.</summary>
    public IReadOnlyList<string> TrustedOrigins { get; init; } = [];
}
