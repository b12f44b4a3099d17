using BillingBot.Channels.Activities;
using BillingBot.Conversation;
using BillingBot.Protocol;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Delivery;

/// <summary>Typing on the channels that are reached through the connector.</summary>
internal sealed class TypingIndicator(ConnectorClient connector, IOptions<ConversationOptions> options, TimeProvider time)
    : TypingTimers(options, time)
{
    public override bool Applies(Knowledge.Conversations.Conversation conversation) => conversation.Channel != OwnChannel.DirectLine;

    public override async Task ShowAsync(Knowledge.Conversations.Conversation conversation, CancellationToken ended)
    {
        if (Stored.Read(conversation.Reference, ProtocolJson.Default.ConversationReference) is not { } reference)
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
