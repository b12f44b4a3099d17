using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Cases;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Handoff;
using BillingBot.Skills.OwnCases;

namespace BillingBot.Skills.Dispute;

/// <summary>"I no longer dispute it": asked once more, for reminders then go on; staff's task ends with it.</summary>
internal sealed class DisputeWithdrawal(
    ConcernedInvoice concerned, CollectionsButtons buttons, CaseWords words, Phrases<DisputeWithdrawal> phrases)
{
    public const string Step = "withdraw";
    private const string Slot = "invoice";
    private const int MostChoices = 5;

    public bool IsAsked(Turn turn) => turn.Kind == TurnKind.Message && phrases.Pattern(turn.Language, "Withdraws").IsMatch(CaseRoutes.Narrow(turn.Text));

    /// <param name="turn">Of a billing contact, alone with the bot.</param>
    /// <param name="all">Invoices of the person's customer.</param>
    public Reply Respond(Turn turn, IReadOnlyList<InvoiceAccount> all)
    {
        var disputed = all.Where(IsDisputed).ToList();
        var number = concerned.Named(turn, all)?.Number ?? disputed.Find(account => account.Invoice.Number == turn.State.LastInvoice)?.Invoice.Number;
        var meant = number is null ? disputed : disputed.FindAll(account => account.Invoice.Number == number);
        return meant switch
        {
            [] => Say(turn, phrases[turn.Language, "NothingDisputed"], [], "notDisputed"),
            [var one] when turn.Text.Trim() == Button(turn, one).Label => Withdraw(turn, one),
            _ => Ask(turn, meant),
        };
    }

    /// <returns>Null when the words are no yes, and choose none.</returns>
    public Reply? Continue(Turn turn, OpenForm form, IReadOnlyList<InvoiceAccount> all)
    {
        var number = words.AfterYes(turn.Text, turn.Language) is { Length: 0 } ? form.Slots.GetValueOrDefault(Slot)
            : concerned.Chosen(turn, all) is { } chosen && !DisputeReason.IsWords(chosen.Rest) ? chosen.Number
            : null;
        return number is not null && ConcernedInvoice.OfNumber(number, all) is { } account && IsDisputed(account) ? Withdraw(turn, account) : null;
    }

    private Reply Ask(Turn turn, IReadOnlyList<InvoiceAccount> meant)
    {
        var question = meant is [var one] ? phrases.Format(turn.Language, "AskOne", Markdown.Escape(one.Invoice.Number)) : phrases[turn.Language, "AskWhich"];
        var slots = new Dictionary<string, string>(StringComparer.Ordinal) { [Slot] = meant is [var only] ? only.Invoice.Number : "" };
        return Say(turn, question, [.. meant.Take(MostChoices).Select(account => Button(turn, account))], "askedWithdraw") with
        {
            State = turn.State with
            {
                Form = new OpenForm("dispute", Step, question, slots) { IsOffer = true },
                ListedInvoices = [.. meant.Take(MostChoices).Select(account => account.Invoice.Number)],
            },
        };
    }

    private Reply Withdraw(Turn turn, InvoiceAccount account)
    {
        var number = account.Invoice.Number;
        var person = turn.Person!;
        var reply = Say(
            turn, phrases.Format(turn.Language, account.IsUnpaid ? "Withdrawn" : "WithdrawnPaid", Markdown.Escape(number)),
            [buttons.Dispute(number, turn.Language)], "withdrawn");
        return reply with
        {
            State = reply.State with { Form = null, LastInvoice = number },
            Effects =
            [
                new DisputeWithdrawnEffect(account.Invoice.Id, person.Id),
                new CustomerWithdrewDispute(
                    person.CustomerId, number, turn.Case is { } open && open.IsOf(turn) ? open.Number : null, person.Name,
                    phrases.Format(turn.Language, "ForStaff", number)),
            ],
        };
    }

    private Choice Button(Turn turn, InvoiceAccount account) => new(phrases.Format(turn.Language, "Button", account.Invoice.Number));

    private static bool IsDisputed(InvoiceAccount account) => account.Invoice.Disputes.Exists(dispute => dispute.ClosedAt is null);

    private static Reply Say(Turn turn, string text, IReadOnlyList<Choice> choices, string decision) => new(
        [new ReplyMessage { Text = text, Choices = choices, Language = turn.Language.Code }], turn.State)
    {
        Outcome = new Outcome("dispute", decision),
    };
}
