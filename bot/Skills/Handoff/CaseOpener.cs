using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Skills.OwnCases;
using BillingBot.Skills.Verify;

namespace BillingBot.Skills.Handoff;

/// <summary>Opens a case and says so, with its number and what happens next; both are committed together.</summary>
internal sealed class CaseOpener(
    CaseNumbers numbers,
    CaseRouter router,
    HonestWait wait,
    Introductions introductions,
    CaseWords words,
    CaseButtons buttons,
    Phrases<CaseOpener> phrases)
{
    /// <param name="turn">The turn.</param>
    /// <param name="slots">What is known of the case.</param>
    /// <param name="cancellationToken">The turn's.</param>
    /// <returns>The announcement with its effect; the form is closed.</returns>
    public async ValueTask<Reply> OpenAsync(Turn turn, HandoffSlots slots, CancellationToken cancellationToken)
    {
        var opened = await CaseAsync(turn, slots, cancellationToken);
        var record = await router.DecideAsync(opened, turn.Now, cancellationToken);
        opened.Queue = record.Decision.Queue;
        var reasons = $"{record.Decision.Destination}: {RoutingReasons.ToJson(record.Decision.Reasons)}";
        List<string> text =
        [
            phrases.Format(turn.Language, opened.Classification is Classification.Fraud ? "OpenedFraud" : "Opened", opened.Id),
            .. Referred(turn, record.Decision.Referral),
            await wait.SayAsync(turn, opened.Queue, opened.Urgency >= Urgency.High, cancellationToken),
            Answers(turn, opened),
            phrases[turn.Language, "Meanwhile"],
        ];
        if (turn.IsGroup)
        {
            text.Add(InGroup(turn));
        }

        return new Reply(
            [
                new ReplyMessage
                {
                    Text = string.Join("\n\n", text),
                    Choices = [buttons.Status(opened.Id, turn.Language), buttons.Withdraw(opened.Id, turn.Language)],
                    Language = turn.Language.Code,
                },
            ],
            turn.State with { Form = null, Asked = null, Unanswered = null, UnsureInARow = 0, AskedWhetherItHelped = false, CaseToRate = null })
        {
            Outcome = new Outcome(HandoffSkill.SkillName, "opened"),
            Effects = [new CaseOpening(opened, reasons), router.Effect(opened, record)],
        };
    }

    /// <summary>Others read along: what is confidential goes elsewhere.</summary>
    public string InGroup(Turn turn) => turn.PrivateChat is { } link
        ? phrases.Format(turn.Language, "InGroupLink", link)
        : phrases[turn.Language, "InGroup"];

    private async Task<Case> CaseAsync(Turn turn, HandoffSlots slots, CancellationToken cancellationToken)
    {
        var subject = slots.Subject ?? phrases[turn.Language, "NotSaid"];
        var said = words.Read(subject, turn.Language);
        var classification = said.Classification is Classification.Fraud ? Classification.Fraud : slots.Classification ?? said.Classification;
        return new Case
        {
            Id = await numbers.TakeAsync(cancellationToken),
            ConversationId = turn.Conversation,
            CustomerId = turn.Person?.CustomerId,
            PersonId = turn.Person?.Id,
            SenderId = turn.SenderId,
            SenderName = turn.Person?.Name ?? (string.IsNullOrWhiteSpace(turn.SenderName) ? null : turn.SenderName),
            IsGroup = turn.IsGroup,
            Language = turn.Language.Code,
            Reason = slots.Reason,
            Summary = CaseWords.Subject(subject),
            Classification = classification,
            Product = slots.Product ?? said.Product ?? Product.Any,
            Urgency = slots.Urgency ?? said.Urgency ?? (classification is Classification.Fraud ? Urgency.High : Urgency.Normal),
            Email = slots.Email ?? (turn.Person is { } person ? await introductions.AddressOfAsync(person, cancellationToken) : null),
            Phone = slots.Phone ?? said.Phone,
            Queue = "",
            CreatedAt = turn.Now,
        };
    }

    /// <summary>Where the customer is helped sooner than with the partner.</summary>
    private string[] Referred(Turn turn, Referral to) => to is Referral.None ? [] : [phrases[turn.Language, $"Referral_{to}"]];

    private string Answers(Turn turn, Case opened) => opened switch
    {
        { Phone: { } phone } when !turn.IsGroup => phrases.Format(turn.Language, "AnswerHereAndPhone", Markdown.Escape(phone)),
        { Email: null } => phrases[turn.Language, turn.IsGroup ? "AnswerHere" : "AnswerHereLeaveMail"],
        _ when turn.IsGroup => phrases[turn.Language, "AnswerHereOrMail"],
        { Email: { } email } => phrases.Format(turn.Language, "AnswerHereOrMailTo", Markdown.EscapeAndUnlink(email)),
    };
}
