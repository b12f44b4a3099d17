using BillingBot.Conversation;
using BillingBot.Knowledge;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Skills;
using BillingBot.Skills.Handoff;

namespace BillingBot.Editing;

/// <summary>Notes with the turn's commit that something may be learned from what was asked; see <see cref="SuggestionReason"/>.</summary>
internal sealed class QuestionsToLearn(PersonalData personal)
{
    /// <summary>Characters that are looked through for what tells whose they are.</summary>
    private const int LongestRead = 1_000;

    /// <param name="turn">The turn as it began.</param>
    /// <param name="reply">What came of it.</param>
    public Reply Note(Turn turn, Reply reply) => Signal(turn, reply) is { Text: var text } signal && text.Any(char.IsLetter)
        ? reply with
        {
            Effects =
            [
                .. reply.Effects,
                new NotedQuestion(personal, Masked(turn, text), turn.Language, signal.Reason, signal.ArticleId) { CustomerId = turn.Person?.CustomerId },
            ],
        }
        : reply;

    private static (string Text, SuggestionReason Reason, string? ArticleId)? Signal(Turn turn, Reply reply) => (turn, reply) switch
    {
        ({ Kind: not (TurnKind.Message or TurnKind.Feedback) }, _) => null,
        (_, { Outcome: { Skill: "unknown", Decision: "unsure" } unsure }) => (turn.Text, SuggestionReason.NotKnown, unsure.ArticleId),
        (_, { Outcome: { Skill: "feedback", Decision: Verbs.NotHelped } no }) => turn.State.LastQuestion is { } asked
            ? (asked, SuggestionReason.NotHelped, no.ArticleId)
            : null,
        ({ State: { LastQuestion: { } before, LastArticleId: { } helpless } }, { Outcome.ArticleId: SkillRouter.NotHelped }) =>
            (before, SuggestionReason.NotHelped, helpless),
        (_, { Outcome: { Skill: "clarify", Decision: "askedWhich" } }) => reply.State.Unanswered == turn.Text
            ? (turn.Text, SuggestionReason.AskedBack, null)
            : null,
        ({ State: { AskedWhetherItHelped: true, LastQuestion: { } answered } }, { Outcome.Skill: HandoffSkill.SkillName }) =>
            (answered, SuggestionReason.AskedForPerson, turn.State.LastArticleId),
        ({ State: { Asked: { } choice, Unanswered: { } open, LastQuestion: { } last } }, { Outcome.ArticleId: { } chosen }) =>
            open == last && chosen != ArticleButtons.TalkToPerson && choice.Options.Any(option => option.ArticleId == chosen)
                ? (last, SuggestionReason.Chosen, chosen)
                : null,
        (_, { State.Unanswered: { } part }) when part != turn.State.Unanswered && part != turn.Text && turn.Text.Contains(part, StringComparison.Ordinal) =>
            (part, SuggestionReason.NotKnown, null),
        _ => null,
    };

    private string Masked(Turn turn, string text) =>
        personal.Mask(Cut.To(text, LongestRead), new[] { turn.Person?.Name, turn.SenderName }.OfType<string>(), turn.Language);
}
