using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Cases;
using BillingBot.Skills.Handoff;
using Microsoft.Extensions.Options;

namespace BillingBot.Skills.Unknown;

/// <summary>Says honestly that the bot does not know, and offers what is nearest and a person.</summary>
internal sealed class UnknownSkill(ArticleButtons buttons, IOptions<HandoffOptions> handoff, Phrases<UnknownSkill> phrases)
{
    /// <summary>A yes or no when nothing was asked.</summary>
    public Reply AskBack(Turn turn) => new(
        [
            new ReplyMessage
            {
                Text = phrases[turn.Language, "NothingAsked"],
                Choices = buttons.For(["what-can-you-do", ArticleButtons.TalkToPerson], turn.Language),
                Language = turn.Language.Code,
            },
        ],
        turn.State)
    {
        Outcome = new Outcome("unknown", "strayAnswer"),
    };

    /// <summary>Says in their own language, and in the bot's, which languages it speaks.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="foreign">Code of the language of the words.</param>
    /// <param name="nearest">Articles that may be near, best first; may be empty.</param>
    public Reply NameLanguages(Turn turn, string foreign, IReadOnlyList<Article> nearest)
    {
        var said = phrases[turn.Language, nearest.Count == 0 ? "Languages" : "LanguagesAndTopics"];
        return new(
            [
                new ReplyMessage
                {
                    Text = $"{phrases[Language.English, $"Languages_{foreign}"]}\n\n{said}",
                    Choices = [.. nearest.Select(article => new Choice(article.Title)), .. buttons.For([ArticleButtons.TalkToPerson], turn.Language)],
                    Language = turn.Language.Code,
                },
            ],
            turn.State with { UnsureInARow = turn.State.UnsureInARow + 1, Asked = null, Unanswered = turn.Text })
        {
            Outcome = new Outcome("unknown", "foreign", nearest is [var first, ..] ? first.Id : null),
        };
    }

    /// <param name="turn">The turn.</param>
    /// <param name="nearest">Articles that may be near, best first; may be empty.</param>
    public Reply Admit(Turn turn, IReadOnlyList<Article> nearest)
    {
        var topics = nearest.Where(article => article.Id != ArticleButtons.TalkToPerson)
            .Select(article => new Choice(article.Title)).ToList();
        var unsureInARow = turn.State.UnsureInARow + 1;
        var key = (turn.Text.Length, unsureInARow) switch
        {
            (0, _) => "WordsOnly",
            (_, > 1) => "StillNotSure",
            _ when topics.Count == 0 => "OutOfScope",
            _ => "NotSure",
        };
        var person = buttons.For([ArticleButtons.TalkToPerson], turn.Language);
        return new Reply(
            [
                new ReplyMessage
                {
                    Text = phrases[turn.Language, key],
                    Choices = unsureInARow > 1 ? [.. person, .. topics] : [.. topics, .. person],
                    Language = turn.Language.Code,
                },
            ],
            turn.State with { UnsureInARow = unsureInARow, Asked = null, Unanswered = turn.Text.Length > 0 ? turn.Text : turn.State.Unanswered })
        {
            Outcome = new Outcome("unknown", "unsure", nearest is [var first, ..] ? first.Id : null),

            // Offered once: who does not want it is not asked at every turn, and has the button.
            Handoff = unsureInARow == handoff.Value.AfterUnsure && turn.Text.Length > 0 ? new HandoffRequest(CaseReason.NotSure) : null,
        };
    }
}
