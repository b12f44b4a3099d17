using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Wording;
using NodaTime;

namespace BillingBot.Skills.Promise;

/// <summary>What the bot says about a promise to pay.</summary>
internal sealed class PromiseReplies(
    BillingWords words, InvoiceTimeline timeline, CollectionsButtons buttons, ArticleButtons articles, Phrases<PromiseSkill> phrases)
{
    private const string Skill = "promise";
    private const int MostChoices = 5;

    /// <summary>Why not here, and a person as the way on.</summary>
    public Reply LeadOn(Turn turn, string key, params string[] values) =>
        Say(turn, phrases.Format(turn.Language, key, [.. values.Select(Markdown.Escape)]), articles.For([ArticleButtons.TalkToPerson], turn.Language), form: null, "refused");

    /// <summary>A stranger's number and one that does not exist read the same.</summary>
    public Reply NotFound(Turn turn, string lookedFor) => LeadOn(turn, "NotFound", lookedFor);

    public Reply AskInvoice(Turn turn, string skill, string step, IReadOnlyList<InvoiceAccount> accounts)
    {
        var question = phrases[turn.Language, "WhichInvoice"];
        var slots = new Dictionary<string, string>(StringComparer.Ordinal) { ["day"] = turn.Text };
        List<string> offered = [.. accounts.Take(MostChoices).Select(account => account.Invoice.Number)];
        return Say(
            turn with { State = turn.State with { ListedInvoices = offered } },
            question,
            [.. offered.Select(number => buttons.Promise(number, turn.Language))],
            new OpenForm(skill, step, question, slots),
            "askedInvoice");
    }

    /// <param name="turn">The turn.</param>
    /// <param name="skill">Whose form it is.</param>
    /// <param name="step">What is asked for.</param>
    /// <param name="slot">Where the invoice's number is kept.</param>
    /// <param name="account">The invoice.</param>
    /// <param name="last">The last day that can be promised here.</param>
    /// <param name="reason">Key of the phrase that says why it is asked again; null for the first time.</param>
    public Reply AskDay(Turn turn, string skill, string step, string slot, InvoiceAccount account, LocalDate last, string? reason)
    {
        var until = words.Date(last, account.Today, turn.Language);
        var question = phrases.Format(turn.Language, "AskDay", Number(account), until);
        return Say(
            turn,
            reason is null ? question : phrases.Format(turn.Language, reason, until) + question,
            reason is null ? [] : articles.For([ArticleButtons.TalkToPerson], turn.Language),
            new OpenForm(skill, step, question, new Dictionary<string, string>(StringComparer.Ordinal) { [slot] = account.Invoice.Number }),
            "askedDay",
            account);
    }

    public Reply BeforeDue(Turn turn, InvoiceAccount account, LocalDate day) => Say(
        turn,
        phrases.Format(
            turn.Language, "BeforeDue", Number(account),
            words.Date(account.Invoice.DueOn!.Value, account.Today, turn.Language),
            words.Date(day, account.Today, turn.Language)),
        [buttons.Remind(turn.Language)],
        form: null,
        "notNeeded",
        account);

    public Reply Already(Turn turn, InvoiceAccount account, LocalDate day) => Say(
        turn, phrases.Format(turn.Language, "Already", Number(account), words.Date(day, account.Today, turn.Language)), [], form: null, "known", account);

    public Reply Recorded(Turn turn, InvoiceAccount account, LocalDate day)
    {
        var person = turn.Person!;
        account.Invoice.Promises.Add(new PaymentPromise { MadeAt = turn.Now, PromisedOn = day });
        var text = phrases.Format(
            turn.Language, "Recorded", Number(account), words.Money(account.Outstanding, turn.Language), words.Date(day, account.Today, turn.Language));
        var next = Markdown.Escape(timeline.NextStep(account, person, turn.Language) ?? "");
        return Say(turn, $"{text}\n\n{next}\n\n{phrases[turn.Language, "StaffTold"]}", [], form: null, "recorded", account) with
        {
            Effects = [new PromiseEffect(account.Invoice, person.Id, day)],
        };
    }

    private static string Number(InvoiceAccount account) => Markdown.Escape(account.Invoice.Number);

    private static Reply Say(
        Turn turn, string text, IReadOnlyList<Choice> choices, OpenForm? form, string decision, InvoiceAccount? account = null) => new(
        [new ReplyMessage { Text = text, Choices = choices, Language = turn.Language.Code }],
        turn.State with { Form = form?.With(choices), LastInvoice = account?.Invoice.Number ?? turn.State.LastInvoice })
        {
            Outcome = new Outcome(Skill, decision),
        };
}
