using BillingBot.Conversation;
using BillingBot.Protocol;

namespace BillingBot.Channels.Rendering;

/// <summary>Makes an activity of a recorded message, within what its channel can show.</summary>
internal static class ActivityRenderer
{
    public static OutgoingActivity Render(OutgoingMessage outgoing, ConversationReference reference)
    {
        var (message, to, replyToId) = outgoing;
        var choices = message.Choices;
        var buttons = ButtonStyles.For(reference);
        return new OutgoingActivity
        {
            Type = ActivityTypes.Message,
            ChannelId = reference.ChannelId,
            From = reference.Bot is { } bot ? bot with { Role = "bot" } : null,
            Recipient = new ChannelAccount { Id = to.Id, Name = to.Name },
            Conversation = reference.Conversation,
            ReplyToId = replyToId,
            Text = buttons == ButtonStyle.Card && choices.Count > 0 && message.Card is null ? null : message.Text,
            TextFormat = message.Text is null ? null : "markdown",
            Locale = message.Language,
            InputHint = "acceptingInput",
            Attachments = Attachments(message, buttons) is { Count: > 0 } attachments ? attachments : null,
            SuggestedActions = buttons == ButtonStyle.SuggestedActions && choices.Count > 0
                ? new SuggestedActions([to.Id], [.. choices.Select(choice => CardAction.ImBack(choice.Label))])
                : null,
        };
    }

    private static List<Attachment> Attachments(ReplyMessage message, ButtonStyle buttons)
    {
        var attachments = new List<Attachment>();
        if (message.Card is { } card)
        {
            attachments.Add(new Attachment(Attachment.AdaptiveCard, AdaptiveCards.OfCard(card, message.Language)));
        }

        if (buttons == ButtonStyle.Card && message.Choices.Count > 0)
        {
            attachments.Add(new Attachment(
                Attachment.AdaptiveCard, AdaptiveCards.OfChoices(message.Text, message.Choices, message.Language)));
        }
        else if (buttons == ButtonStyle.HeroCard && message.Choices.Count > 0)
        {
            attachments.Add(new Attachment(Attachment.HeroCard, HeroCards.OfChoices(message.Choices)));
        }

        return attachments;
    }
}
