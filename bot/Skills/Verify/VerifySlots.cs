using BillingBot.Conversation;
using BillingBot.Knowledge;

namespace BillingBot.Skills.Verify;

/// <summary>What the form remembers: the question that is answered after the code, and the address as it was typed. No code.</summary>
internal static class VerifySlots
{
    private const string Question = "question";
    private const string Article = "article";
    private const string Address = "address";
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

    /// <summary>Where a guest wants codes sent; null before they have said so, and in a group, where it is the address on file.</summary>
    public static string? AddressIn(IReadOnlyDictionary<string, string> slots) => slots.GetValueOrDefault(Address);

    public static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> slots, string? address) => address is null
        ? slots
        : new Dictionary<string, string>(slots, StringComparer.Ordinal) { [Address] = address };

    /// <returns>Null when nothing waits.</returns>
    public static PostponedQuestion? Postponed(IReadOnlyDictionary<string, string> slots, KnownPerson? person) =>
        person is not null && slots.TryGetValue(Article, out var article) && slots.TryGetValue(Question, out var question)
            ? new PostponedQuestion(article, question, person)
            : null;
}
