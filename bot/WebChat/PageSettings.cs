namespace BillingBot.WebChat;

/// <summary>What the page's script is told by the page.</summary>
/// <param name="Locale">Locale of Web Chat, for example <c>ja-JP</c>.</param>
/// <param name="BotInitials">Letters in the bot's avatar.</param>
/// <param name="Accent">The partner's colour.</param>
/// <param name="OnAccent">Text colour on it.</param>
/// <param name="Nonce">For the styles that Web Chat writes into the page.</param>
/// <param name="Texts">Sentences that the script shows, by key.</param>
internal sealed record PageSettings(
    string Locale, string BotInitials, string Accent, string OnAccent, string Nonce, IReadOnlyDictionary<string, string> Texts);
