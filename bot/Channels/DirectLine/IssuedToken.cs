namespace BillingBot.Channels.DirectLine;

/// <summary>A token as its owner gets it.</summary>
/// <param name="ConversationId">The one conversation it opens.</param>
/// <param name="Token">Bearer credential.</param>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="UserId">The user it is bound to.</param>
internal sealed record IssuedToken(string ConversationId, string Token, int ExpiresIn, string UserId);
