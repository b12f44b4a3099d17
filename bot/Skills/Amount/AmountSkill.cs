using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Invoice;
using BillingBot.Skills.Verify;

namespace BillingBot.Skills.Amount;

/// <summary>"Why is September higher than August?", "explain this invoice": finds the invoices and explains the difference.</summary>
internal sealed class AmountSkill(
    InvoiceFinder finder, Receivables receivables, SaidMonths months, VerifySkill verify, AmountExplanation explanation,
    ArticleButtons buttons, Phrases<AmountSkill> phrases) : ISkill
{
    public string Name => "amount";

    public bool ShowsAccountData => true;

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Person is not { } person)
        {
            return await verify.OfferAsync(turn, cancellationToken);
        }

        var all = await receivables.AllAsync(person.CustomerId, person.Today(turn.Now), cancellationToken);
        var finding = finder.Ask(turn, all);
        var said = finding.Question.Numbers.Count == 0 ? months.Read(turn, all) : null;
        return said switch
        {
            SaidMonths.Pair(var later, var earlier) => Explain(turn, later, earlier),
            SaidMonths.One(var account) => Explain(turn, account, ComparableInvoices.Before(account, all)),
            SaidMonths.Missing(var month) => NotFound(turn, "NotFound", month),
            _ => await FoundAsync(turn, finding, all, cancellationToken),
        };
    }

    private async ValueTask<Reply> FoundAsync(Turn turn, InvoiceFinding finding, IReadOnlyList<InvoiceAccount> all, CancellationToken cancellationToken) =>
        finding.Selection switch
        {
            InvoiceSelection.One(var account) => Explain(turn, account, ComparableInvoices.Before(account, all)),

            // "Why is my bill so high?" is about the newest one that can be compared with the month before.
            InvoiceSelection.Several(var accounts) when (accounts.FirstOrDefault(IsMonthly) ?? accounts[0]) is var newest =>
                Explain(turn, newest, ComparableInvoices.Before(newest, all)),
            InvoiceSelection.None(var lookedFor) => NotFound(turn, "NothingFound", Markdown.Escape(lookedFor)),
            InvoiceSelection.WhoAsks => await verify.OfferAsync(turn, cancellationToken),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };

    private Reply Explain(Turn turn, InvoiceAccount account, InvoiceAccount? earlier)
    {
        var messages = turn.MaySeeAmounts
            ? explanation.Explain(turn, account, earlier)
            : [explanation.WithoutAmounts(turn, account, earlier)];
        return new Reply(messages, turn.State with { LastInvoice = account.Invoice.Number })
        {
            Outcome = new Outcome(Name, turn.MaySeeAmounts ? "explained" : "withoutAmounts"),
        };
    }

    private Reply NotFound(Turn turn, string key, string lookedFor) => new(
        [
            new ReplyMessage
            {
                Text = phrases.Format(turn.Language, key, lookedFor),
                Choices = buttons.For(["invoice-status", ArticleButtons.TalkToPerson], turn.Language),
                Language = turn.Language.Code,
            },
        ],
        turn.State)
    {
        Outcome = new Outcome(Name, "notFound"),
    };

    private static bool IsMonthly(InvoiceAccount account) => SaidMonths.MonthOf(account) is not null && account.Status != InvoiceStatus.Disputed;
}
