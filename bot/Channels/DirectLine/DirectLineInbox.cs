using System.Text.Json;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Protocol;
using BillingBot.Telemetry;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.DirectLine;

/// <summary>Direct Line's door to the bot: claims what came in and says so to the turns and to open streams.</summary>
internal sealed class DirectLineInbox(
    Inbox inbox, Transcript transcript, TurnWorker turns, MessageFeed feed, IOptions<DirectLineOptions> options)
{
    /// <returns>The recorded conversation; null when it was never started.</returns>
    public Task<long?> FindAsync(string conversationId, CancellationToken cancellationToken) =>
        transcript.FindAsync(OwnChannel.DirectLine, conversationId, cancellationToken);

    /// <param name="conversationId">The Direct Line conversation.</param>
    /// <param name="dedupeKey">Equal keys are the same activity.</param>
    /// <param name="incoming">What the bot is to understand.</param>
    /// <param name="echo">Given the sequence number, what the client sees of it; null for nothing.</param>
    /// <param name="since">Timestamp of the request's beginning.</param>
    /// <param name="cancellationToken">The request's.</param>
    public async Task<Claim> ClaimAsync(
        string conversationId, string dedupeKey, Incoming incoming, Func<long, string>? echo, long since, CancellationToken cancellationToken)
    {
        using var place = turns.Enter(OwnChannel.DirectLine);
        var claim = await inbox.ClaimAsync(
            new InboundMessage(
                OwnChannel.DirectLine,
                conversationId,
                JsonSerializer.Serialize(ReferenceTo(conversationId), ProtocolJson.Default.ConversationReference),
                dedupeKey,
                Stored.Write(incoming, ConversationJson.Default.Incoming))
            {
                Echo = echo,
            },
            cancellationToken);
        using var received = TurnTrace.Start("receive", claim.ConversationId, claim.Sequence, since);
        turns.Signal(claim, OwnChannel.DirectLine);
        feed.Publish(claim.ConversationId);
        return claim;
    }

    public ConversationReference ReferenceTo(string conversationId) => new()
    {
        ChannelId = ChannelIds.DirectLine,
        ServiceUrl = DirectLineRoutes.Base,
        Conversation = new ConversationAccount { Id = conversationId },
        Bot = new ChannelAccount { Id = options.Value.BotId, Name = options.Value.BotName, Role = "bot" },
    };
}
