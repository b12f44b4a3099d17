using System.Text.RegularExpressions;
using BillingBot.Conversation;

namespace BillingBot.Skills.Handoff;

/// <summary>"My account was hacked": told as a fact, it goes to staff at once; a question about hackers in general does not.</summary>
internal sealed partial class SecurityReport(Phrases<SecurityReport> phrases)
{
    /// <summary>The article that says what to do first.</summary>
    public const string ArticleId = "compromised-account";

    public bool IsMade(Turn turn) => turn is { Kind: TurnKind.Message, Text.Length: > 0 } && IsMade(turn.Text, turn.Language);

    public bool IsMade(string text, Language language) => Sentences().Split(text).Any(sentence =>
        !phrases.Says(sentence, language, "General") && phrases.Says(sentence, language, "Report"));

    [GeneratedRegex(@"(?<=[.!?。！？;\n])", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Sentences();
}
