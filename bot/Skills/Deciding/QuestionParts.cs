using System.Text.RegularExpressions;
using BillingBot.Conversation;

namespace BillingBot.Skills.Deciding;

/// <summary>Cuts a message into its sentences, and finds the questions among them.</summary>
internal sealed partial class QuestionParts(Phrases<QuestionParts> phrases)
{
    private const int MostSentences = 80;
    private const int FewestWords = 4;
    private const int FewestCharacters = 8;

    public static IReadOnlyList<string> Sentences(string text) =>
        [.. Ends().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Any(char.IsLetter)).Distinct(StringComparer.Ordinal).Take(MostSentences)];

    /// <summary>The questions, in order, without what stands around them; one that is hardly a sentence, or only asks for help, is none.</summary>
    public IReadOnlyList<string> Questions(string text, Language language) =>
        [.. Sentences(text).SelectMany(sentence => phrases.Pattern(language, "Joint").Split(sentence)).Select(part => part.Trim())
            .Where(part => IsLong(part, language) && IsQuestion(part, language) && !phrases.Says(part, language, "Polite"))];

    public bool IsQuestion(string sentence, Language language) => phrases.Says(sentence, language, "Question");

    /// <summary>"And how much is it?": whatever was spoken of just before.</summary>
    public bool Leans(string sentence, Language language) => phrases.Says(sentence, language, "Leans");

    /// <summary>"And why is it so high?": about what another part of the message names.</summary>
    public bool PointsBack(string sentence, Language language) => phrases.Says(sentence, language, "PointsBack");

    private static bool IsLong(string part, Language language) => language == Language.Japanese
        ? part.Count(char.IsLetter) >= FewestCharacters
        : part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords;

    [GeneratedRegex(@"(?<=[.!?;])\s+|(?<=[。！？])|\r?\n", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Ends();
}
