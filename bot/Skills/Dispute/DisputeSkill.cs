using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Cases;
using BillingBot.Skills.Answer;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Forms;
using BillingBot.Skills.Invoice;
using BillingBot.Skills.Verify;

namespace BillingBot.Skills.Dispute;

/// <summary>"This invoice is wrong": records what a billing contact says is wrong; the collections clock then stands still.</summary>
internal sealed class DisputeSkill(
    ConcernedInvoice concerned,
    VerifySkill verify,
    AnswerSkill answer,
    DisputeReason reasons,
    DisputeWithdrawal withdrawal,
    CollectionsButtons buttons,
    ArticleButtons articles,
    Phrases<DisputeSkill> phrases) : IFormSkill
{
    private const string InvoiceStep = "invoice", ReasonStep = "reason";
    private const int MostChoices = 5;

    public string Name => "dispute";

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => turn switch
    {
        { Person: null } => Introduced(turn, await verify.OfferAsync(turn, cancellationToken)),
        _ => Respond(turn, await concerned.AllAsync(turn, cancellationToken)),
    };

    public async ValueTask<Reply?> ContinueAsync(Turn turn, OpenForm form, CancellationToken cancellationToken)
    {
        if (!turn.MaySeeAmounts)
        {
            return null;
        }

        var all = await concerned.AllAsync(turn, cancellationToken);
        if (form.Step == DisputeWithdrawal.Step || withdrawal.IsAsked(turn))
        {
            return form.Step == DisputeWithdrawal.Step ? withdrawal.Continue(turn, form, all) : null;
        }

        var known = form.Slots.GetValueOrDefault(InvoiceStep);
        if (known is not null && reasons.IsOfOther(turn))
        {
            return AskInvoice(turn, all);
        }

        var named = known is null ? concerned.Chosen(turn, all) : concerned.Named(turn, all);
        if (named is not null && !reasons.IsDispute(named.Rest, turn.Language))
        {
            return null;
        }

        if (named is not null && named.Number != known)
        {
            return Take(turn, named, form);
        }

        // What is recorded stops the clock: only what tells what is wrong may be taken for it.
        if (known is null || reasons.IsAside(turn) || concerned.IsAside(turn, all))
        {
            return null;
        }

        return ConcernedInvoice.OfNumber(known, all) switch
        {
            null => LeadOn(turn, "NotFound", known),
            var account => DisputeReason.IsWords(named?.Rest ?? turn.Text) ? Record(turn, account, turn.Text) : AskReason(turn, account),
        };
    }

    private Reply Respond(Turn turn, IReadOnlyList<InvoiceAccount> all) => turn switch
    {
        { MaySeeAmounts: false } => concerned.Named(turn, all) is null ? Introduced(turn, Refuse(turn)) : Refuse(turn),
        _ when withdrawal.IsAsked(turn) => withdrawal.Respond(turn, all),
        _ => concerned.Find(turn, all, _ => true) switch
        {
            InvoiceSelection.One(var account) when reasons.Said(concerned.Named(turn, all)?.Rest ?? turn.Text, turn.Language) is { } reason =>
                Record(turn, account, reason),
            InvoiceSelection.One(var account) => AskReason(turn, account),
            InvoiceSelection.Several({ Count: 0 }) => Introduced(turn, LeadOn(turn, "NoInvoices")),
            InvoiceSelection.Several(var accounts) => Introduced(turn, AskInvoice(turn, accounts)),
            InvoiceSelection.None(var lookedFor) => LeadOn(turn, "NotFound", lookedFor),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        },
    };

    private Reply Take(Turn turn, NamedInvoice named, OpenForm form) => named switch
    {
        { Account: null } => LeadOn(turn, "NotFound", named.Number),
        { Account: var account } => (reasons.Said(named.Rest, turn.Language) ?? form.Slots.GetValueOrDefault(ReasonStep)) is { } reason
            ? Record(turn, account, reason)
            : AskReason(turn, account),
    };

    private Reply AskInvoice(Turn turn, IReadOnlyList<InvoiceAccount> accounts)
    {
        var question = phrases[turn.Language, "WhichInvoice"];
        List<string> likely =
        [
            // What is still to be paid is what is disputed most; then the newest.
            .. accounts.OrderByDescending(account => account.IsUnpaid).ThenByDescending(account => account.Invoice.IssuedOn)
                .Take(MostChoices).Select(account => account.Invoice.Number),
        ];
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reasons.Said(turn.Text, turn.Language) is { } reason)
        {
            slots[ReasonStep] = reason;
        }

        return Ask(
            turn with { State = turn.State with { ListedInvoices = likely } }, question, [.. likely.Select(number => buttons.Dispute(number, turn.Language))],
            new OpenForm(Name, InvoiceStep, question, slots), "askedInvoice");
    }

    private Reply AskReason(Turn turn, InvoiceAccount account)
    {
        var question = phrases.Format(turn.Language, "AskReason", Markdown.Escape(account.Invoice.Number));
        var slots = new Dictionary<string, string>(StringComparer.Ordinal) { [InvoiceStep] = account.Invoice.Number };
        return Ask(turn, question, [], new OpenForm(Name, ReasonStep, question, slots), "askedReason", account);
    }

    private Reply Record(Turn turn, InvoiceAccount account, string reason)
    {
        var isOpen = account.Invoice.Disputes.Exists(dispute => dispute.ClosedAt is null);
        var next = phrases[turn.Language, account.IsUnpaid ? "WhatNext" : "WhatNextPaid"];
        var text = phrases.Format(turn.Language, isOpen ? "Added" : "Recorded", Markdown.Escape(account.Invoice.Number));
        return Ask(turn, $"{text}\n\n{next}", articles.For([ArticleButtons.TalkToPerson], turn.Language), form: null, "recorded", account) with
        {
            Effects = [new DisputeEffect(account.Invoice, turn.Person!.Id, DisputeReason.Shortened(reason))],
            Handoff = new HandoffRequest(CaseReason.Dispute)
            {
                Subject = $"{account.Invoice.Number}: {reason}",
                Classification = Classification.Commercial,
                AtOnce = true,
                IsToldAfter = true,
            },
        };
    }

    private Reply Refuse(Turn turn) => LeadOn(turn, turn.Person is { IsBillingContact: true } ? "InPrivate" : "OnlyBillingContact");

    private Reply LeadOn(Turn turn, string key, params string[] values) => Ask(
        turn, phrases.Format(turn.Language, key, [.. values.Select(Markdown.Escape)]), articles.For([ArticleButtons.TalkToPerson], turn.Language), form: null, "refused");

    /// <summary>The article's own words first, where somebody asks in general.</summary>
    private Reply Introduced(Turn turn, Reply reply) => turn.Article is { Answer.Length: > 0 } article
        ? reply with { Messages = [answer.Answer(turn, article, confidence: null).Messages[0].WithoutQuestion(), .. reply.Messages] }
        : reply;

    private Reply Ask(Turn turn, string text, IReadOnlyList<Choice> choices, OpenForm? form, string decision, InvoiceAccount? account = null) => new(
        [new ReplyMessage { Text = text, Choices = choices, Language = turn.Language.Code }],
        turn.State with { Form = form?.With(choices), LastInvoice = account?.Invoice.Number ?? turn.State.LastInvoice })
    {
        Outcome = new Outcome(Name, decision),
    };
}
