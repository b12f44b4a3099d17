using BillingBot.Channels.Activities;
using BillingBot.Conversation;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Protocol;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Delivery;

/// <summary>Typing on the channels that are reached through the connector. It counts there like a message, and is left out rather than that one waits.</summary>
internal sealed class TypingIndicator(
    ConnectorClient connector, SendPace pace, Leases leases, IOptions<ConversationOptions> options, TimeProvider time)
    : TypingTimers(options, time)
{
    public override bool Applies(Knowledge.Conversations.Conversation conversation) => conversation.Channel != OwnChannel.DirectLine;

    public override async Task ShowAsync(Knowledge.Conversations.Conversation conversation, CancellationToken ended)
    {
        if (Stored.Read(conversation.Reference, ProtocolJson.Default.ConversationReference) is not { } reference
            || (SendPace.Applies(conversation, reference)
                && pace.Reserve(conversation.ChannelConversationId, reference.Conversation.TenantId, leases.Replicas) > TimeSpan.Zero))
        {
            return;
        }

        var typing = new OutgoingActivity
        {
            Type = ActivityTypes.Typing,
            From = reference.Bot,
            Conversation = reference.Conversation,
        };
        await connector.SendAsync(reference.ServiceUrl, reference.Conversation.Id!, typing, "typing", ended);
    }
}
