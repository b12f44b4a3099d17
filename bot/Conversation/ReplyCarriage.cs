using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using BillingBot.Startup;
using NodaTime;

namespace BillingBot.Conversation;

/// <summary>What a request carries of the replies to its message, and what is noted of it afterwards.</summary>
internal sealed partial class ReplyCarriage(TurnStore store, CarriedReplies carried, MessageFeed feed, IClock clock, ILogger<ReplyCarriage> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Not what the channel has, nor what it is about to get: only what was promised, what a request had before, and what rests
    /// between two attempts or after the last, with all that waits behind it.
    /// </summary>
    /// <exception cref="TimeoutException">The channel may be about to get one that the request asks for: it is told later.</exception>
    public async Task<IReadOnlyList<Message>> ReadAsync(
        Claim claim, RepliesInRequest which, Hold? hold, bool isPromised, CancellationToken cancellationToken)
    {
        var recorded = await store.RepliesToAsync(claim.ConversationId, claim.Sequence, cancellationToken);
        var now = clock.GetCurrentInstant();
        var rests = isPromised;
        List<Message> replies = [];
        foreach (var reply in recorded.Take(which == RepliesInRequest.First ? 1 : int.MaxValue))
        {
            rests |= reply.Status == MessageStatus.Pending && reply.NextAttemptAt > now;
            if (reply.Status switch
            {
                MessageStatus.Sent => reply.Attempts == 0,
                MessageStatus.Dead => true,
                MessageStatus.Pending => hold is not null && rests && carried.MayCarry(hold, reply),
                _ => false,
            })
            {
                replies.Add(reply);
            }
            else if (hold is not null && which == RepliesInRequest.All && reply.Status == MessageStatus.Pending)
            {
                throw new TimeoutException("The channel may be about to get it.");
            }
        }

        return replies;
    }

    /// <param name="hold">Ends, whatever fails.</param>
    /// <param name="taken">What has left with a request.</param>
    public async Task EndAsync(Hold hold, IReadOnlyList<Message> taken)
    {
        try
        {
            await NoteAsync(hold, [.. taken.Where(reply => reply.Status != MessageStatus.Sent)]);
        }
#pragma warning disable CA1031 // What could not be given back is taken over when its lease is over.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotNoted(failure, hold.ConversationId, hold.Turn);
        }

        carried.End(hold);
    }

    /// <summary>What a request has must be noted, or the channel gets it too: a database that is away is waited for.</summary>
    private async Task NoteAsync(Hold hold, IReadOnlyList<Message> taken)
    {
        for (var attempts = 0; ; attempts++)
        {
            try
            {
                if (taken.Count > 0 && await carried.MarkSentAsync(taken, CancellationToken.None) > 0)
                {
                    feed.Publish(hold.ConversationId);
                }

                await carried.GiveBackAsync(hold, CancellationToken.None);
                return;
            }
            catch (Exception failure) when (taken.Count > 0 && DbFailures.IsPassing(failure))
            {
                LogNotNoted(failure, hold.ConversationId, hold.Turn);
                await Task.Delay(Doubling.Wait(attempts, FirstPause, LongestPause), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What a request did with the replies to message {Conversation}/{Sequence} could not be noted")]
    private partial void LogNotNoted(Exception failure, long conversation, long sequence);
}
