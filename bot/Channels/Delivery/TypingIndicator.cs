using BillingBot.Channels.Activities;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Protocol;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Delivery;

/// <summary>Typing on the channels that are reached through the connector.</summary>
internal sealed class TypingIndicator(ConnectorClient connector, IOptions<ConversationOptions> options, TimeProvider time)
    : TypingTimers(options, time)
{
    protected override bool Applies(WorkItem item) => item.Conversation.Channel != OwnChannel.DirectLine;

    protected override async Task ShowAsync(WorkItem item, CancellationToken ended)
    {
        if (Stored.Read(item.Conversation.Reference, ProtocolJson.Default.ConversationReference) is not { } reference)
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
