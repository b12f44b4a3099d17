using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Skills.OwnCases;

namespace BillingBot.Skills.Handoff;

/// <summary>While a case waits: what else the customer says is added to it, and asking again says how it stands.</summary>
internal sealed class CaseDetails(
    CustomerCases cases, CaseRouter router, HonestWait wait, CaseOpener opener, CaseWords words, CaseButtons buttons, Phrases<CaseDetails> phrases)
{
    /// <summary>Another hand-off is not opened: the number and the wait again.</summary>
    public async ValueTask<Reply> WaitingAsync(Turn turn, OpenCase open, CancellationToken cancellationToken)
    {
        if (!open.IsOf(turn))
        {
            return Say(turn, turn.IsGroup ? $"{phrases[turn.Language, "OfOther"]} {opener.InGroup(turn)}" : phrases[turn.Language, "OfOther"], [], "ofOther");
        }

        var known = await cases.FindAsync(CaseButtons.Asker(turn), open.Number, cancellationToken);
        var next = await wait.SayAsync(turn, known?.Queue ?? "", known?.Urgency >= Urgency.High, cancellationToken);
        return Say(
            turn, phrases.Format(turn.Language, "Waiting", open.Number, next),
            [buttons.Status(open.Number, turn.Language), buttons.Withdraw(open.Number, turn.Language)], "waiting");
    }

    /// <summary>Words to which the bot has no sure answer, while the sender's case waits: "how long does it take?" is no detail.</summary>
    public ValueTask<Reply> TakeAsync(Turn turn, OpenCase open, CancellationToken cancellationToken) => words.AsksWait(turn.Text, turn.Language)
        ? WaitingAsync(turn, open, cancellationToken)
        : ValueTask.FromResult(Add(turn, open.Number, turn.Text));

    /// <summary>Adds to an open case of the asker's.</summary>
    public Reply Add(Turn turn, long number, string text)
    {
        var said = words.Read(text, turn.Language);
        var fraud = said.Classification is Classification.Fraud;
        var key = said switch
        {
            { Urgency: >= Urgency.High } => "AddedUrgent",
            { Urgency: not null } => "AddedNotUrgent",
            { Email: not null } => "AddedEmail",
            _ => "Added",
        };
        return Say(turn, phrases.Format(turn.Language, key, number), [buttons.Status(number, turn.Language), buttons.Withdraw(number, turn.Language)], "added") with
        {
            Effects =
            [
                new CustomerAdded(number, turn.Person?.Name ?? turn.SenderName ?? "guest", CaseWords.Subject(text))
                {
                    Urgency = fraud ? Urgency.High : said.Urgency,
                    Product = said.Product,
                    Classification = fraud ? Classification.Fraud : null,
                    Reroute = router.RerouteAsync,
                    Email = said.Email,
                    Phone = said.Phone,
                },
            ],
        };
    }

    private Reply Say(Turn turn, string text, IReadOnlyList<Choice> choices, string decision) => new(
        [new ReplyMessage { Text = text, Choices = choices, Language = turn.Language.Code }], turn.State with { Form = null, UnsureInARow = 0 })
    {
        Outcome = new Outcome(HandoffSkill.SkillName, decision),
    };
}
