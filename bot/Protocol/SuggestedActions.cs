namespace BillingBot.Protocol;

/// <summary>Buttons under the newest message. Teams shows them in personal chats only, and imBack only.</summary>
internal sealed record SuggestedActions(IReadOnlyList<string> To, IReadOnlyList<CardAction> Actions);
