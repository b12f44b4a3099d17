using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Invoice;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Promise;

/// <summary>Tells what was promised, and takes it that nothing need be: the replies that record nothing.</summary>
internal sealed class PromiseRecall(BillingWords words, Phrases<PromiseRecall> phrases)
{
    private const string Skill = "promise";

    /// <param name="turn">The turn.</param>
    /// <param name="named">The invoice that the words name; null where they name none.</param>
    /// <param name="all">The invoices of the person's customer.</param>
    public Reply Tell(Turn turn, InvoiceAccount? named, IReadOnlyList<InvoiceAccount> all)
    {
        List<(InvoiceAccount Account, string Text)> made = [.. (named is null ? all : [named]).Where(account => account.IsUnpaid)
            .Select(account => (account, Latest(turn, account))).Where(one => one.Item2 is not null).Select(one => (one.account, one.Item2!))];
        var text = made switch
        {
            [] when named is not null => phrases.Format(turn.Language, "NoneMadeOf", Markdown.Escape(named.Invoice.Number)),
            [] => phrases[turn.Language, "NoneMade"],
            _ => string.Join("\n\n", made.Select(one => one.Text)),
        };
        return Say(turn, text, made is [var only] ? turn.State with { LastInvoice = only.Account.Invoice.Number } : turn.State, "recalled");
    }

    /// <summary>Ends the form: what was paid is looked for, not promised.</summary>
    public Reply Paid(Turn turn) => Say(turn, phrases[turn.Language, "PaidInstead"], turn.State with { Form = null }, "paid") with
    {
        Then = new PostponedQuestion(InvoiceRoutes.PaymentNotShown, turn.Text, turn.Person!),
    };

    private string? Latest(Turn turn, InvoiceAccount account) =>
        PromisedDays.Latest(account) is { } latest
            ? phrases.Format(
                turn.Language, "Made", Markdown.Escape(account.Invoice.Number), words.Money(account.Outstanding, turn.Language),
                words.Date(latest, account.Today, turn.Language))
            : null;

    private static Reply Say(Turn turn, string text, ConversationState state, string decision) =>
        new([new ReplyMessage { Text = text, Language = turn.Language.Code }], state) { Outcome = new Outcome(Skill, decision) };
}
