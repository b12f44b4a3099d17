namespace BillingBot.Conversation;

/// <summary>A pressed button of a card.</summary>
/// <param name="Verb">What to do, for example <c>helped</c>; see <see cref="Verbs"/>.</param>
/// <param name="Argument">What to do it with, for example an article id.</param>
internal sealed record TurnAction(string Verb, string? Argument);
