using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Skills.Forms;
using Microsoft.Extensions.Options;

namespace BillingBot.Skills.Handoff;

/// <summary>
/// Leads to a person: asks what is not known yet, with the shortest path one question, and opens a case. What other skills
/// ask of it (<see cref="HandoffRequest"/>) is followed in <see cref="FollowAsync"/>.
/// </summary>
internal sealed class HandoffSkill(
    HandoffReader reader,
    HandoffReplies replies,
    CaseOpener opener,
    CaseDetails details,
    HonestWait wait,
    PublishedContact contact,
    IOptions<HandoffOptions> options) : IFormSkill
{
    public const string SkillName = "handoff";

    public string Name => SkillName;

    public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => turn switch
    {
        { Case: { } open } => details.WaitingAsync(turn, open, cancellationToken),
        _ when !Takes(turn, isFraud: false) => ValueTask.FromResult(GiveContact(turn)),
        _ => NextAsync(turn, reader.Begin(turn), cancellationToken),
    };

    public async ValueTask<Reply?> ContinueAsync(Turn turn, OpenForm form, CancellationToken cancellationToken)
    {
        // The case may have been opened, or the partner have closed, since it was asked.
        if (turn.Case is not null || !Takes(turn, isFraud: false))
        {
            return form.IsOffer ? null : await RespondAsync(turn, cancellationToken);
        }

        return reader.Continue(turn, form) switch
        {
            HandoffStep.Aside => null,
            HandoffStep.Left => replies.Say(turn, replies.Phrase(turn, "Left"), [], "cancelled") with { State = turn.State with { Form = null } },
            HandoffStep.NoAddress(var slots) => replies.AskEmail(turn, slots, "NoAddress"),
            HandoffStep.Why(var slots) => replies.ExplainSubject(turn, slots),
            HandoffStep.Ask(var slots) => replies.AskSubject(turn, slots, wantsCall: false),
            HandoffStep.On(var slots) => await NextAsync(turn, slots, cancellationToken),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };
    }

    /// <summary>The one place where a skill's wish to hand over is followed.</summary>
    public async ValueTask<Reply> FollowAsync(Turn turn, Reply reply, CancellationToken cancellationToken)
    {
        if (reply.Handoff is not { } request)
        {
            return reply;
        }

        var asked = turn with { State = reply.State };
        var slots = reader.Of(asked, request);
        var done = reply with { Handoff = null };
        return (request.AtOnce, turn.Case) switch
        {
            (true, { } open) when open.IsOf(turn) => Joined(request, done, details.Add(asked, open.Number, slots.Subject ?? turn.Text)),
            (true, { } open) => Joined(request, done, await details.WaitingAsync(asked, open, cancellationToken)),
            (_, not null) => done,

            // Something else is being asked: two questions at once are none.
            (false, _) when reply.State.Form is not null => done,
            _ when !Takes(turn, slots.Classification is Classification.Fraud) => request.AtOnce ? WithContact(turn, done) : done,
            (true, _) => Joined(request, done, await opener.OpenAsync(asked, slots, cancellationToken)),
            _ => replies.Offer(turn, done, slots),
        };
    }

    private ValueTask<Reply> NextAsync(Turn turn, HandoffSlots slots, CancellationToken cancellationToken) => slots switch
    {
        { Subject: null } => ValueTask.FromResult(replies.AskSubject(turn, slots, slots.Phone is null && reader.WantsCall(turn))),
        { Email: null, HasNoEmail: false } when turn is { Person: null, IsGroup: false } && wait.IsClosed(turn) => ValueTask.FromResult(replies.AskEmail(turn, slots)),
        { IsConfirmed: false } => ValueTask.FromResult(replies.AskConfirm(turn, slots, reader.UrgencyOf(turn, slots))),
        _ => opener.OpenAsync(turn, slots, cancellationToken),
    };

    private bool Takes(Turn turn, bool isFraud) => options.Value is { Enabled: true, OutOfHours: var closed }
        && (isFraud || closed is OutOfHours.TakeCase || !wait.IsClosed(turn));

    private Reply GiveContact(Turn turn) => new([contact.For(turn, options.Value.Enabled)], turn.State with { Form = null })
    {
        Outcome = new Outcome(SkillName, "referred"),
    };

    private Reply WithContact(Turn turn, Reply reply) => reply with { Messages = [contact.For(turn, options.Value.Enabled), .. reply.Messages] };

    /// <summary>What was decided stays the skill's.</summary>
    private static Reply Joined(HandoffRequest request, Reply reply, Reply opened) => reply with
    {
        Messages = request.IsToldAfter ? [.. reply.Messages, .. opened.Messages] : [.. opened.Messages, .. reply.Messages],
        State = opened.State,
        Effects = [.. reply.Effects, .. opened.Effects],
    };
}
