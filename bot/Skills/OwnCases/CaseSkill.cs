using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Skills.Forms;
using BillingBot.Skills.Handoff;

namespace BillingBot.Skills.OwnCases;

/// <summary>
/// What customers ask about their own cases: how one stands, a detail to add, no longer needed, not solved after all, how it
/// went. Whatever is not theirs is not found.
/// </summary>
internal sealed class CaseSkill(
    CustomerCases cases, CaseRoutes routes, CaseRating rating, CaseReplies replies, CaseButtons buttons, CaseDetails details, CaseWords words, HonestWait wait,
    SureAnswer sure)
    : IFormSkill
{
    public const string SkillName = "case";
    private const string AddStep = "add", WithdrawStep = "withdraw", CaseSlot = "case";

    public string Name => SkillName;

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        var number = routes.Mentioned(turn);
        var asker = CaseButtons.Asker(turn);
        var known = number is { } named ? await cases.FindAsync(asker, named, cancellationToken)
            : turn is { Article.Id: CaseRoutes.Reopen, Case: null } && await cases.LastClosedAsync(asker, turn.Now - CaseReplies.ReopenFor, cancellationToken) is { } closed ? closed
            : await cases.LatestAsync(asker, cancellationToken);
        return (turn.Article?.Id, known) switch
        {
            (_, null) => replies.NotFound(turn, number),
            (CaseRoutes.Add, _) => await AddAsync(turn, known, cancellationToken),
            // What stands in the case is to be cancelled, perhaps not the case.
            (CaseRoutes.Withdraw, _) when number != routes.Number(turn) => await replies.StatusAsync(turn, known, cancellationToken),
            (CaseRoutes.Withdraw, { IsOpen: true }) when number is null && (routes.IsRetraction(turn) || turn.Case?.Number != known.Id) => AskWithdraw(turn, known),
            (CaseRoutes.Withdraw, _) => Withdraw(turn, known),
            (CaseRoutes.Reopen, _) => await ReopenAsync(turn, known, cancellationToken),
            (CaseRoutes.Rate, _) => rating.Ask(turn, known),
            _ => await replies.StatusAsync(turn, known, cancellationToken),
        };
    }

    public async ValueTask<Reply?> ContinueAsync(Turn turn, OpenForm form, CancellationToken cancellationToken)
    {
        if (!turn.Text.Any(char.IsLetter) || routes.ArticleFor(turn) is not null)
        {
            return null;
        }

        return form.Step switch
        {
            CaseRating.WordsStep when sure.To(turn) is null => await rating.TakeWordsAsync(turn, form, cancellationToken),
            AddStep when await OfAsync(turn, form, cancellationToken) is { IsOpen: true } known => details.Add(turn, known.Id, turn.Text),
            WithdrawStep when words.AfterYes(turn.Text, turn.Language) is { Length: 0 } && await OfAsync(turn, form, cancellationToken) is { } known => Withdraw(turn, known),
            _ => null,
        };
    }

    private async Task<Case?> OfAsync(Turn turn, OpenForm form, CancellationToken cancellationToken) =>
        long.TryParse(form.Slots.GetValueOrDefault(CaseSlot), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await cases.FindAsync(CaseButtons.Asker(turn), number, cancellationToken)
            : null;

    private async ValueTask<Reply> AddAsync(Turn turn, Case known, CancellationToken cancellationToken)
    {
        if (!known.IsOpen)
        {
            return await replies.StatusAsync(turn, known, cancellationToken);
        }

        if (routes.Number(turn) is not null && words.IsTelling(routes.Rest(turn), turn.Language))
        {
            return details.Add(turn, known.Id, routes.Words(turn));
        }

        return Ask(turn, known, AddStep, replies.Phrase(turn, "AskDetail", known.Id), [], "askedDetail");
    }

    /// <summary>Words that name no case may mean another thing: a case is not withdrawn by the way.</summary>
    private Reply AskWithdraw(Turn turn, Case known) => Ask(
        turn, known, WithdrawStep,
        turn.IsGroup ? replies.Phrase(turn, "AskWithdrawNumber", known.Id) : replies.Phrase(turn, "AskWithdraw", known.Id, Markdown.EscapeAndUnlink(known.Summary)),
        [buttons.Withdraw(known.Id, turn.Language)],
        "askedWithdraw");

    private Reply Ask(Turn turn, Case known, string step, string question, IReadOnlyList<Choice> choices, string decision)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal) { [CaseSlot] = known.Id.ToString(CultureInfo.InvariantCulture) };
        return replies.Say(turn, question, choices, decision) with
        {
            State = turn.State with { Form = new OpenForm(SkillName, step, question, slots) { IsOffer = step == WithdrawStep } },
        };
    }

    private Reply Withdraw(Turn turn, Case known) => known switch
    {
        { IsOpen: false } => replies.Say(turn, replies.Phrase(turn, "AlreadyClosed", known.Id), [], "notNow"),
        { OwnerName: { } owner } => replies.Say(turn, replies.Phrase(turn, "OwnerTold", known.Id, Markdown.EscapeAndUnlink(owner)), [], "ownerTold") with
        {
            State = turn.State with { Form = null },
            Effects = [new CustomerAdded(known.Id, replies.By(turn), replies.Phrase(turn, "NoLongerNeeded"))],
        },
        _ => replies.Say(turn, replies.Phrase(turn, known.Reason == CaseReason.Dispute ? "WithdrawnOfDispute" : "Withdrawn", known.Id), [buttons.Reopen(known.Id, turn.Language)], "withdrawn") with
        {
            // A closed case ends its context.
            State = ConversationState.Empty with { Language = turn.State.Language, Welcomed = turn.State.Welcomed },
            Effects = [new CustomerWithdrew(known.Id, replies.By(turn), turn.Person is { } person ? $"person:{person.Id}" : $"sender:{turn.SenderId}")],
        },
    };

    private async ValueTask<Reply> ReopenAsync(Turn turn, Case known, CancellationToken cancellationToken)
    {
        if (known.IsOpen)
        {
            return await replies.StatusAsync(turn, known, cancellationToken);
        }

        var rest = routes.Number(turn) is null ? turn.Text : routes.Rest(turn);
        var reason = words.IsTelling(rest, turn.Language) ? CaseWords.Subject(routes.Words(turn)) : null;
        if (turn.Case is { } other)
        {
            return replies.Say(turn, replies.Phrase(turn, "OtherOpen", other.Number, known.Id), [buttons.Status(other.Number, turn.Language)], "otherOpen") with
            {
                Effects = other.IsOf(turn) ? [new CustomerAdded(other.Number, replies.By(turn), CaseWords.Subject(turn.Text))] : [],
            };
        }

        if (!CaseReplies.CanReopen(known, turn.Now))
        {
            return replies.Say(turn, replies.Phrase(turn, "TooOld", known.Id), [], "followUp") with
            {
                Handoff = new HandoffRequest(CaseReason.AskedForPerson)
                {
                    Subject = $"{replies.Phrase(turn, "FollowUp", known.Id)} {(turn.IsGroup ? reason : reason ?? known.Summary)}".Trim(),
                    Classification = known.Classification,
                    AtOnce = true,
                },
            };
        }

        var next = await wait.SayAsync(turn, known.Queue, known.Urgency >= Urgency.High, cancellationToken);
        return replies.Say(
            turn, replies.Phrase(turn, "Reopened", known.Id, next),
            [buttons.Status(known.Id, turn.Language), buttons.Withdraw(known.Id, turn.Language)], "reopened") with
        {
            State = turn.State with { CaseToRate = null, Form = null },
            Effects = [new CustomerReopened(known.Id, CaseButtons.Asker(turn), replies.By(turn), reason)],
        };
    }
}
