using BillingBot.Conversation;
using BillingBot.Skills.Clarify;
using BillingBot.Skills.Deciding;

namespace BillingBot.Skills.Several;

/// <summary>Answers a message of several questions: one answer after the other, then what is left unanswered.</summary>
internal sealed class SeveralAnswers(LeftQuestions left, ClarifySkill clarify)
{
    /// <param name="turn">The turn.</param>
    /// <param name="parts">Its questions.</param>
    /// <param name="open">Answers one of them.</param>
    public async ValueTask<Reply> AnswerAsync(Turn turn, Decision.Several parts, Func<Decision.Open, ValueTask<Reply>> open)
    {
        var whole = new Reply([], turn.State);
        List<string> later = [];
        foreach (var part in parts.Answers)
        {
            // A form that one opens comes before the next.
            if (IsAsking(whole))
            {
                later.Add(part.Article.Title);
            }
            else
            {
                whole = Joined(whole, await open(part with { Turn = part.Turn with { State = NotAsked(whole) } }));
            }
        }

        later.AddRange(parts.Later);
        var which = IsAsking(whole) ? null : parts.Which;
        if (which is null && parts.Which is { } waiting)
        {
            later.Add(waiting.Question);
        }

        if (left.Say(turn, parts.Unknown, later) is not { } said)
        {
            return which is null ? whole : Asking(turn, whole, which, []);
        }

        var state = NotAsked(whole);
        whole = whole with
        {
            Messages = [.. WithoutQuestions(whole), said],
            State = parts.Unknown is [var first, ..] ? state with { Unanswered = first } : state,
        };
        return which is null ? whole : Asking(turn, whole, which, said.Choices);
    }

    /// <summary>Only the last message's buttons are seen everywhere, so the others stand there too.</summary>
    private Reply Asking(Turn turn, Reply whole, Decision.AskWhich which, IReadOnlyList<Choice> others)
    {
        var asked = clarify.AskWhich(turn with { Text = which.Question, State = NotAsked(whole) }, which.Articles);
        var question = asked.Messages[0];
        return Joined(whole, asked with
        {
            Messages = [question with { Choices = [.. question.Choices.UnionBy(others, choice => choice.Label, StringComparer.Ordinal)] }],
            Outcome = whole.Outcome,
        });
    }

    /// <summary>The customer is asked something, or handed over.</summary>
    private static bool IsAsking(Reply reply) => reply.State.Form is not null || reply.Handoff is not null;

    /// <summary>Whether it helped is asked once, at the end.</summary>
    private static Reply Joined(Reply first, Reply second) => second with
    {
        Messages = [.. WithoutQuestions(first), .. second.Messages],
        Effects = [.. first.Effects, .. second.Effects],
    };

    /// <summary>For what is said next: the question whether it helped goes, so a "no" is no answer to it.</summary>
    private static ConversationState NotAsked(Reply first) => first.State with { AskedWhetherItHelped = false };

    private static IEnumerable<ReplyMessage> WithoutQuestions(Reply reply) =>
        reply.Messages.Select(message => message.WithoutQuestion()).Where(message => message is not { Text: null, Card: null });
}
