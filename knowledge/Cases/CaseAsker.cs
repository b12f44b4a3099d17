namespace BillingBot.Knowledge.Cases;

/// <summary>Who asks about cases, and from where: what decides whose case it is.</summary>
/// <param name="ConversationId">Where they ask.</param>
/// <param name="SenderId">The channel's id of who asks.</param>
/// <param name="PersonId">Proven by this very message; null for a guest.</param>
/// <param name="CustomerId">The person's customer.</param>
/// <param name="IsGroup">Others read along.</param>
public sealed record CaseAsker(long ConversationId, string SenderId, string? PersonId, string? CustomerId, bool IsGroup);
