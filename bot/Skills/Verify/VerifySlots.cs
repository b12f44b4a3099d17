using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge;

namespace BillingBot.Skills.Verify;

/// <summary>What the form remembers: the question that is answered after the code, and which message has the address. Neither address nor code.</summary>
internal static class VerifySlots
{
    private const string Question = "question";
    private const string Article = "article";
    private const string Message = "message";
    private const int LongestQuestion = 1_000;

    public static IReadOnlyDictionary<string, string> Of(Turn turn)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        if (turn.Article is { } article && article.Skill != VerifySkill.SkillName)
        {
            slots[Article] = article.Id;
            slots[Question] = Cut.To(turn.Text, LongestQuestion);
        }

        return slots;
    }

    /// <summary>Number of the message in which a guest said where codes are to go; null before they have, and in a group, where it is the address on file.</summary>
    public static long? AddressedBy(IReadOnlyDictionary<string, string> slots) =>
        long.TryParse(slots.GetValueOrDefault(Message), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;

    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> slots, long? addressedBy) => addressedBy is not { } sequence
        ? slots
        : new Dictionary<string, string>(slots, StringComparer.Ordinal) { [Message] = sequence.ToString(CultureInfo.InvariantCulture) };

    /// <returns>Null when nothing waits.</returns>
    public static PostponedQuestion? Postponed(IReadOnlyDictionary<string, string> slots, KnownPerson? person) =>
        person is not null && slots.TryGetValue(Article, out var article) && slots.TryGetValue(Question, out var question)
            ? new PostponedQuestion(article, question, person)
            : null;
}
