using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;

namespace BillingBot.Skills.OwnCases;

/// <summary>Buttons that name a case. What they say is found again by <see cref="CaseRoutes"/> and <see cref="CaseRating"/>.</summary>
internal sealed class CaseButtons(Phrases<CaseButtons> phrases)
{
    public Choice Status(long number, Language language) => new(phrases.Format(language, "Status", number));

    public Choice Withdraw(long number, Language language) => new(phrases.Format(language, "Withdraw", number));

    public Choice Reopen(long number, Language language) => new(phrases.Format(language, "Reopen", number));

    public Choice Add(long number, Language language) => new(phrases.Format(language, "Add", number));

    /// <summary>Best first.</summary>
    public IReadOnlyList<Choice> Ratings(Language language) =>
        [.. Enumerable.Range(1, CaseRating.Best).Reverse().Select(rating => new Choice(phrases[language, $"Rating_{rating}"]))];

    /// <summary>Who asks, as it decides whose a case is.</summary>
    public static CaseAsker Asker(Turn turn) =>
        new(turn.Conversation, turn.SenderId, turn.Person?.Id, turn.Person?.CustomerId, turn.IsGroup);
}
