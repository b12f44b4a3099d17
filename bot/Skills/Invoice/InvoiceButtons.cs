using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Share;

namespace BillingBot.Skills.Invoice;

/// <summary>What can be done next. Labels carry the number, so that they mean the same whenever they are pressed.</summary>
internal sealed class InvoiceButtons(ArticleButtons buttons, ShareSkill share, CollectionsPolicy policy, Phrases<InvoiceSkill> phrases)
{
    private const string WhoSees = "who-sees-invoices", NotShown = "payment-not-shown";

    public IReadOnlyList<Choice> ForOne(Turn turn, InvoiceAccount account, InvoiceQuestion question)
    {
        var number = account.Invoice.Number;
        if (!turn.MaySeeAmounts)
        {
            return [new(share.Label(turn.Language, number)), .. buttons.For([WhoSees, ArticleButtons.TalkToPerson], turn.Language)];
        }

        return
        [
            Of("LinesButton"),
            .. account.Invoice is { Allocations: [], CreditNotes: [] } ? [] : new[] { Of("PaymentsButton") },
            Of("WhyButton"),
            .. account.IsUnpaid && account.Status is not InvoiceStatus.Disputed ? new[] { Of("DisputeButton") } : [],
            .. policy.OffersPromise(account, turn.Person!.Zone) ? new[] { Of("PromiseButton") } : [],
            .. buttons.For(question.ClaimsPayment && account.IsUnpaid ? [NotShown, ArticleButtons.TalkToPerson] : [ArticleButtons.TalkToPerson], turn.Language),
        ];

        Choice Of(string key) => new(phrases.Format(turn.Language, key, number));
    }

    /// <summary>Under a view of one invoice: back to the invoice and on to the other views.</summary>
    public IReadOnlyList<Choice> ForView(Turn turn, InvoiceAccount account, string otherView) =>
    [
        new(phrases.Format(turn.Language, "StatusButton", account.Invoice.Number)),
        new(phrases.Format(turn.Language, otherView, account.Invoice.Number)),
        new(phrases.Format(turn.Language, "WhyButton", account.Invoice.Number)),
        .. buttons.For([ArticleButtons.TalkToPerson], turn.Language),
    ];

    public IReadOnlyList<Choice> ForList(Turn turn, bool isOfUnpaid) =>
    [
        new(phrases[turn.Language, isOfUnpaid ? "AllButton" : "UnpaidButton"]),
        .. buttons.For([ArticleButtons.TalkToPerson], turn.Language),
    ];

    public IReadOnlyList<Choice> ForNone(Turn turn) =>
    [
        new(phrases[turn.Language, "AllButton"]),
        new(phrases[turn.Language, "UnpaidButton"]),
        .. buttons.For([ArticleButtons.TalkToPerson], turn.Language),
    ];

    public IReadOnlyList<Choice> For(Turn turn, params string[] articleIds) => buttons.For(articleIds, turn.Language);
}
