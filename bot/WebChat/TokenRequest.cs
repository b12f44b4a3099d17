namespace BillingBot.WebChat;

/// <summary>Body of <c>POST /webchat/token</c>; an empty body asks for a guest's token.</summary>
/// <param name="As">Id of the person to chat as, for a developer on the developer's own machine; null for a guest.</param>
internal sealed record TokenRequest(string? As);
