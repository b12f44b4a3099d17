using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Refunds;

namespace BillingBot.Skills.RefundWindow;

/// <summary>What is asked back before a window can be reckoned, and how it is said that it cannot be.</summary>
internal sealed class RefundReplies(ArticleButtons buttons, Phrases<RefundWindowSkill> phrases)
{
    public const string WordsSlot = "words", ArticleSlot = "article";

    /// <summary>More choices are not read, and a long text says no more than its beginning.</summary>
    private const int MostChoices = 8, LongestWords = 1_000;

    public Reply Ask(Turn turn, string step, string key, IEnumerable<string> choices, string words, string? articleId)
    {
        var question = phrases[turn.Language, key];
        var slots = new Dictionary<string, string>(StringComparer.Ordinal) { [WordsSlot] = words.Length > LongestWords ? words[..LongestWords] : words };
        if (articleId is not null)
        {
            slots[ArticleSlot] = articleId;
        }

        return new Reply(
            [
                new ReplyMessage
                {
                    Text = question,
                    Choices = [.. choices.Distinct(StringComparer.Ordinal).Take(MostChoices).Select(label => new Choice(label))],
                    Language = turn.Language.Code,
                },
            ],
            turn.State with { Form = new OpenForm(RefundWindowSkill.SkillName, step, question, slots) })
        {
            Outcome = new Outcome(RefundWindowSkill.SkillName, $"asked:{step}"),
        };
    }

    public Reply Abstain(Turn turn, string why, params string[] articleIds) => new(
        [
            new ReplyMessage
            {
                Text = phrases[turn.Language, why],
                Choices = buttons.For([.. articleIds, ArticleButtons.TalkToPerson], turn.Language),
                Language = turn.Language.Code,
            },
        ],
        turn.State with { Form = null })
    {
        Outcome = new Outcome(RefundWindowSkill.SkillName, $"abstained:{why}"),
    };

    public string NameOf(RefundCase refundCase, Turn turn) => phrases[turn.Language, $"Case_{refundCase}"];

    public string[] Eras(Turn turn) => [phrases[turn.Language, "NewCommerce"], phrases[turn.Language, "Legacy"], phrases[turn.Language, "NotSure"]];

    public IEnumerable<string> Kinds(Turn turn) => new[]
    {
        RefundCase.License, RefundCase.AddedSeats, RefundCase.SoftwareSubscription, RefundCase.PerpetualSoftware,
        RefundCase.MarketplaceSaas, RefundCase.BusinessCentral, RefundCase.AzurePlan, RefundCase.Reservation,
    }.Select(one => NameOf(one, turn));
}
