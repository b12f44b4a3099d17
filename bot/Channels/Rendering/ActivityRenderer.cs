using BillingBot.Conversation;
using BillingBot.Protocol;

namespace BillingBot.Channels.Rendering;

/// <summary>Makes an activity of a recorded message, within what its channel can show.</summary>
internal static class ActivityRenderer
{
    public static OutgoingActivity Render(OutgoingMessage outgoing, ConversationReference reference)
    {
        var (message, to, replyToId) = outgoing;
        var style = message.Choices.Count > 0 ? ButtonStyles.For(reference) : ButtonStyle.SuggestedActions;
        var text = style == ButtonStyle.AdaptiveCard ? null : message.Text;
        return new OutgoingActivity
        {
            Type = ActivityTypes.Message,
            ChannelId = reference.ChannelId,
            From = reference.Bot is { } bot ? bot with { Role = "bot" } : null,
            Recipient = new ChannelAccount { Id = to.Id, Name = to.Name },
            Conversation = reference.Conversation,
            ReplyToId = replyToId,
            Text = text,
            TextFormat = text is null ? null : "markdown",
            Locale = message.Language,
            InputHint = "acceptingInput",
            Attachments = Attachments(message, style) is { Count: > 0 } attachments ? attachments : null,
            SuggestedActions = style == ButtonStyle.SuggestedActions && message.Choices.Count > 0
                ? new SuggestedActions([to.Id], [.. message.Choices.Select(choice => CardAction.ImBack(choice.Label))])
                : null,
        };
    }

    private static List<Attachment> Attachments(ReplyMessage message, ButtonStyle style)
    {
        var attachments = new List<Attachment>();
        if (message.Card is { } card)
        {
            attachments.Add(new Attachment(Attachment.AdaptiveCard, AdaptiveCards.OfCard(card, message.Language)));
        }

        if (style == ButtonStyle.AdaptiveCard)
        {
            attachments.Add(new Attachment(
                Attachment.AdaptiveCard, AdaptiveCards.OfActions(message.Text, message.Choices, message.Language)));
        }
        else if (style == ButtonStyle.HeroCard)
        {
            attachments.Add(new Attachment(Attachment.HeroCard, HeroCards.OfChoices(message.Choices)));
        }

        return attachments;
    }
}
