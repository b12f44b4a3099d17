using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Reminders;
using BillingBot.Skills.Verify;

namespace BillingBot.Skills.Invoice;

/// <summary>Tells where a customer's invoices stand, and shows their lines and payments.</summary>
internal sealed class InvoiceSkill(
    InvoiceFinder finder,
    Receivables receivables,
    VerifySkill verify,
    InvoiceCards cards,
    InvoiceListCards lists,
    InvoiceLineCards lines,
    InvoicePaymentCards payments,
    InvoiceButtons buttons,
    ReminderOffer reminders,
    Phrases<InvoiceSkill> phrases) : ISkill
{
    public string Name => "invoice";

    public bool ShowsAccountData => true;

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        var finding = await finder.AskAsync(turn, cancellationToken);
        if (turn.Person is not { } person || finding.Selection is InvoiceSelection.WhoAsks)
        {
            return await verify.OfferAsync(turn, cancellationToken);
        }

        return (finding.Selection, Aspect(turn, finding.Question)) switch
        {
            (InvoiceSelection.None(var lookedFor) none, _) => NotFound(turn, lookedFor, none.Nearest, finding),
            (InvoiceSelection.One(var account), InvoiceAspect.Lines) when turn.MaySeeAmounts =>
                One(turn, account, lines.Of(account, turn.Language), buttons.ForView(turn, account, "PaymentsButton"), "showedLines"),
            (InvoiceSelection.One(var account), InvoiceAspect.Payments) when turn.MaySeeAmounts => One(
                turn,
                account,
                payments.OfOne(turn, account, await receivables.UnallocatedAsync(person.CustomerId, cancellationToken)),
                buttons.ForView(turn, account, "LinesButton"),
                "showedPayments"),
            (InvoiceSelection.One(var account), _) => await OfferRemindersAsync(
                turn,
                One(turn, account, cards.Of(turn, person, account, finding), buttons.ForOne(turn, account, finding.Question), "answered"),
                account.IsUnpaid,
                cancellationToken),
            (InvoiceSelection.Several, _) when turn.IsOverheard => Say(turn, phrases[turn.Language, "NotInGroup"], buttons.For(turn, ArticleButtons.TalkToPerson), "notInGroup"),
            (InvoiceSelection.Several(var several), InvoiceAspect.Payments) when turn.MaySeeAmounts => Show(
                turn,
                payments.OfAll(turn, several, await receivables.UnallocatedAsync(person.CustomerId, cancellationToken)),
                buttons.ForList(turn, isOfUnpaid: false),
                "showedPayments"),
            (InvoiceSelection.Several(var several), _) => List(turn, several, finding),
            var (other, _) => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };
    }

    private ValueTask<Reply> OfferRemindersAsync(Turn turn, Reply reply, bool isUnpaid, CancellationToken cancellationToken) =>
        isUnpaid ? new(reminders.AddAsync(turn, reply, cancellationToken)) : ValueTask.FromResult(reply);

    /// <summary>The words decide; where they say nothing of it, the article that led here does.</summary>
    private static InvoiceAspect Aspect(Turn turn, InvoiceQuestion question) => question.Aspect ?? turn.Article?.Id switch
    {
        InvoiceRoutes.Lines => InvoiceAspect.Lines,
        InvoiceRoutes.Payments => InvoiceAspect.Payments,
        _ => InvoiceAspect.Status,
    };

    private Reply One(Turn turn, InvoiceAccount account, Card card, IReadOnlyList<Choice> choices, string decision)
    {
        var reply = Show(turn, card, choices, decision);
        var listed = turn.State.ListedInvoices.Contains(account.Invoice.Number, StringComparer.Ordinal) ? turn.State.ListedInvoices : [];
        return reply with { State = reply.State with { LastInvoice = account.Invoice.Number, ListedInvoices = listed } };
    }

    private Reply List(Turn turn, IReadOnlyList<InvoiceAccount> accounts, InvoiceFinding finding)
    {
        var reply = Show(turn, lists.Of(turn, accounts, finding), buttons.ForList(turn, accounts.All(account => account.IsUnpaid)), "listed");
        return reply with
        {
            State = reply.State with
            {
                LastInvoice = null,
                ListedInvoices = [.. accounts.Take(InvoiceListCards.Most).Select(account => account.Invoice.Number)],
            },
        };
    }

    private Reply NotFound(Turn turn, string lookedFor, IReadOnlyList<InvoiceAccount> nearest, InvoiceFinding finding)
    {
        // "Is anything unpaid?" with nothing unpaid is an answer, not a failure.
        if (finding is { Question: { State: SaidState.Unpaid, Product: null, Periods.Count: 0, Amount: null } question, HasInvoices: true })
        {
            var nothing = phrases[turn.Language, "NothingUnpaid"];
            return Say(
                turn,
                question.Aspect switch
                {
                    InvoiceAspect.AnyUnpaid => phrases.Format(turn.Language, "No", nothing),
                    InvoiceAspect.IsPaid => phrases.Format(turn.Language, "Yes", nothing),
                    _ => nothing,
                },
                buttons.ForList(turn, isOfUnpaid: true),
                "nothingUnpaid");
        }

        if (finding.Question is { MeansOneBefore: true } or { MeansOther: true, Selects: false })
        {
            return Say(turn, phrases[turn.Language, finding.Question.MeansOneBefore ? "NoneBefore" : "NoOthers"], buttons.ForList(turn, isOfUnpaid: true), "nothingBeside");
        }

        var sentence = NothingFound(turn, lookedFor, finding.Question);
        var offer = nearest switch
        {
            [var one] => One(
                turn,
                one,
                cards.Of(turn, turn.Person!, one, finding with { Question = new InvoiceQuestion(), Matches = new InvoiceMatches(nearest) }),
                buttons.ForOne(turn, one, new InvoiceQuestion()),
                "notFound"),
            [_, ..] when !turn.IsOverheard =>
                List(turn, nearest, finding with { Question = finding.Question with { State = null, Aspect = null } }),
            _ => null,
        };
        if (offer is not null)
        {
            return offer with { Messages = [new ReplyMessage { Text = sentence, Language = turn.Language.Code }, .. offer.Messages] };
        }

        return Say(turn, string.Join(phrases[turn.Language, "SentenceSeparator"], sentence, phrases[turn.Language, "NotFoundHelp"]), buttons.ForNone(turn), "notFound");
    }

    private string NothingFound(Turn turn, string lookedFor, InvoiceQuestion question)
    {
        var isOfState = question is { Numbers.Count: 0, State: not null };
        var sentence = phrases.Format(turn.Language, isOfState ? "NothingOfState" : "NotFound", Markdown.Escape(lookedFor));
        return isOfState && question.Aspect is InvoiceAspect.AnyUnpaid ? phrases.Format(turn.Language, "No", sentence) : sentence;
    }

    private Reply Show(Turn turn, Card card, IReadOnlyList<Choice> choices, string decision) =>
        Of(turn, new ReplyMessage { Card = card, Choices = choices, Language = turn.Language.Code }, decision);

    private Reply Say(Turn turn, string text, IReadOnlyList<Choice> choices, string decision) =>
        Of(turn, new ReplyMessage { Text = text, Choices = choices, Language = turn.Language.Code }, decision);

    private Reply Of(Turn turn, ReplyMessage message, string decision) =>
        new([message], turn.State) { Outcome = new Outcome(Name, decision) };
}
