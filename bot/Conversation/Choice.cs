namespace BillingBot.Conversation;

/// <summary>A button.</summary>
/// <param name="Label">What is shown, and what it says when pressed.</param>
/// <param name="Verb">Set where a channel with actions of its own should send a verb instead; see <see cref="Verbs"/>.</param>
/// <param name="Argument">Argument of the verb.</param>
internal sealed record Choice(string Label, string? Verb = null, string? Argument = null);
