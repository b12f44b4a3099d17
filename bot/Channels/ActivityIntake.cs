using BillingBot.Cases;
using BillingBot.Channels.Rendering;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Protocol;
using BillingBot.Telemetry;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels;

/// <summary>Takes an authenticated, well-formed activity into the bot: claimed durably, answered behind the request.</summary>
internal sealed class ActivityIntake(
    Inbox inbox, TurnWorker turns, ReplyWaiters waiters, Transcript transcript, TypingBoard typing, IOptions<ConversationOptions> options)
{
    /// <summary>Well before a channel gives up waiting, the Bot Service after 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    /// <param name="activity">What came.</param>
    /// <param name="since">Timestamp of the request's beginning.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<IntakeResult> AcceptAsync(Activity activity, long since, CancellationToken cancellationToken)
    {
        if (ActivityTranslator.Translate(activity) is not { } incoming)
        {
            await NoteTypingAsync(activity, cancellationToken);
            return activity switch
            {
                { Type: ActivityTypes.Invoke } => Invokes.Refuse(activity),
                { DeliveryMode: ActivityTranslator.ExpectReplies } => new IntakeResult.Replies([]),
                _ => new IntakeResult.Ignored(),
            };
        }

        var reference = new ConversationReference
        {
            ChannelId = activity.ChannelId!,
            ServiceUrl = activity.ServiceUrl!,
            Conversation = activity.Conversation!,
            Bot = activity.Recipient,
        };
        var inbound = new InboundMessage(
            reference.ChannelId,
            reference.Conversation.Id!,
            Stored.Write(reference, ProtocolJson.Default.ConversationReference),
            activity.Id ?? Guid.NewGuid().ToString("N"),
            Stored.Write(incoming, ConversationJson.Default.Incoming))
        {
            ChannelActivityId = activity.Id,
        };
        var lane = incoming.Sender.TenantId ?? reference.ChannelId;
        if (incoming.InRequest != RepliesInRequest.None)
        {
            return await AnswerAsync(activity, reference, inbound, incoming.InRequest, lane, since, cancellationToken);
        }

        await ClaimAsync(inbound, lane, since, cancellationToken);
        return activity.Type == ActivityTypes.Invoke ? Invokes.Taken() : new IntakeResult.Accepted();
    }

    /// <summary>Staff see that the customer types, where it is the customer for sure.</summary>
    private async Task NoteTypingAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypes.Typing && !ActivityTranslator.IsGroup(activity)
            && await transcript.FindAsync(activity.ChannelId!, activity.Conversation!.Id!, cancellationToken) is { } recorded)
        {
            typing.CustomerTypes(recorded);
        }
    }

    /// <summary>
    /// A database that is there and says nothing may hold its client up for longer than any timeout of its own. The claim goes on when
    /// the channel was told to come again; where it could not be told from a second message, it is waited for.
    /// </summary>
    private async Task<Claim> ClaimAsync(InboundMessage inbound, string lane, long since, CancellationToken cancellationToken)
    {
        var claim = TakeAsync(inbound, lane, since, cancellationToken);
        try
        {
            return await (inbound.ChannelActivityId is null ? claim : claim.WaitAsync(Patience, TimeProvider.System, cancellationToken));
        }
        catch (TimeoutException)
        {
            throw new TooBusyException();
        }
    }

    private async Task<Claim> TakeAsync(InboundMessage inbound, string lane, long since, CancellationToken cancellationToken)
    {
        using var place = turns.Enter(lane);
        var claim = await inbox.ClaimAsync(inbound, cancellationToken);
        using var received = TurnTrace.Start("receive", claim.ConversationId, claim.Sequence, since);
        turns.Signal(claim, lane);
        return claim;
    }

    /// <summary>
    /// Who asks for replies in the answer and comes too early is told to come again: a repeat waits with the same turn. Should it never
    /// come, and after a button, which nobody presses a second time for the same answer, the replies go through the channel.
    /// </summary>
    private async Task<IntakeResult> AnswerAsync(
        Activity activity, ConversationReference reference, InboundMessage inbound, RepliesInRequest which, string lane, long since, CancellationToken cancellationToken)
    {
        CarriedAnswer carried;
        try
        {
            carried = await waiters.WaitAsync(
                inbound, () => ClaimAsync(inbound, lane, since, cancellationToken), which, options.Value.RequestTimeout, cancellationToken);
        }
        catch (TimeoutException)
        {
            return activity.Type == ActivityTypes.Invoke ? Invokes.TooSlow() : throw new TooBusyException();
        }

        try
        {
            return Render(activity, reference, carried.Replies) with { Answered = carried.EndAsync };
        }
        catch
        {
            await carried.EndAsync(false);
            throw;
        }
    }

    private static IntakeResult Render(Activity activity, ConversationReference reference, IReadOnlyList<Message> carried)
    {
        var replies = carried.Select(message => Stored.Read(message.Body, ConversationJson.Default.OutgoingMessage)!).ToList();
        return activity.Type == ActivityTypes.Invoke
            ? Invokes.Answer(replies is [var first, ..] ? first.Message : null)
            : new IntakeResult.Replies([.. replies.Select(reply => ActivityRenderer.Render(reply, reference))]);
    }
}
