using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Answer;

namespace BillingBot.Skills.Collections;

/// <summary>"What happens if we pay late?": the partner's policy to anyone, and to a customer where their own overdue invoices stand.</summary>
internal sealed class CollectionsSkill(
    CollectionsPolicy policy, Receivables receivables, PolicyCards cards, OverdueCard overdue, AnswerSkill answer, ArticleButtons buttons,
    Phrases<CollectionsSkill> phrases) : ISkill
{
    public const string SkillName = "collections";

    public string Name => SkillName;

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        var article = turn.Article ?? throw new InvalidOperationException("This skill is reached by an article.");
        var introduction = answer.Answer(turn, article, confidence: null);
        var own = await OverdueAsync(turn, cancellationToken);
        return introduction with
        {
            Messages = introduction.Messages[0].Around([.. Policy(turn), .. own.Count > 0 ? [overdue.For(turn, own)] : Array.Empty<ReplyMessage>()]),
            State = own is [var one] ? introduction.State with { LastInvoice = one.Invoice.Number } : introduction.State,
            Outcome = new Outcome(Name, policy.IsPublished ? "answered" : "notPublished"),
        };
    }

    private IEnumerable<ReplyMessage> Policy(Turn turn) => policy.IsPublished
        ? cards.For(turn)
        : [new()
        {
            Text = phrases[turn.Language, "NotPublished"],
            Choices = buttons.For([ArticleButtons.TalkToPerson], turn.Language),
            Language = turn.Language.Code,
        }];

    /// <summary>Others read along in a group, so nothing of an invoice is told there.</summary>
    private async Task<IReadOnlyList<InvoiceAccount>> OverdueAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn is not { Person: { } person, IsGroup: false })
        {
            return [];
        }

        var today = person.Today(turn.Now);
        var all = await receivables.AllAsync(person.CustomerId, today, cancellationToken);
        return [.. all.Where(account => account.IsUnpaid && account.Invoice.DueOn < today).OrderBy(account => account.Invoice.DueOn)];
    }
}
