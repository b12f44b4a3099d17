using BillingBot.Conversation;
using BillingBot.Protocol;

namespace BillingBot.Channels.Rendering;

/// <summary>Makes an activity of a recorded message, within what its channel can show.</summary>
internal static class ActivityRenderer
{
    public static OutgoingActivity Render(OutgoingMessage outgoing, ConversationReference reference)
    {
        var (message, to, replyToId) = outgoing;
        var style = ButtonStyles.For(reference);
        var text = Text(message, style);
        return new OutgoingActivity
        {
            Type = ActivityTypes.Message,
            ChannelId = reference.ChannelId,
            From = reference.Bot is { } bot ? bot with { Role = "bot" } : null,
            Recipient = to.Id.Length == 0 ? null : new ChannelAccount { Id = to.Id, Name = to.Name },
            Conversation = reference.Conversation,
            ReplyToId = replyToId,
            Text = text,
            TextFormat = text is null ? null : "markdown",
            Locale = message.Language,
            InputHint = "acceptingInput",
            Attachments = Attachments(message, style) is { Count: > 0 } attachments ? attachments : null,
            SuggestedActions = style == ButtonStyle.SuggestedActions && message.Choices.Count > 0
                ? new SuggestedActions(to.Id.Length == 0 ? [] : [to.Id], [.. message.Choices.Select(choice => CardAction.ImBack(choice.Label))])
                : null,
        };
    }

    private static string? Text(ReplyMessage message, ButtonStyle style) => (style, message) switch
    {
        (ButtonStyle.AdaptiveCard, { Card: null, Choices.Count: > 0 }) => message.Question is null ? null : message.Text,
        (ButtonStyle.HeroCard, { Card: { } card }) => Paragraphs(message.Text, CardTexts.Of(card, message.Language), message.Question),
        _ => Paragraphs(message.Text, message.Question),
    };

    /// <summary>One under the other, whatever of them there is; null when there is nothing.</summary>
    public static string? Paragraphs(params string?[] parts) =>
        parts.OfType<string>().ToList() is { Count: > 0 } given ? string.Join("\n\n", given) : null;

    /// <summary>Where buttons are an Adaptive Card they stand under the card, if there is one, else with the text.</summary>
    private static List<Attachment> Attachments(ReplyMessage message, ButtonStyle style) => (style, message) switch
    {
        (ButtonStyle.HeroCard, { Choices.Count: > 0 }) => [new Attachment(Attachment.HeroCard, HeroCards.OfChoices(message.Choices))],
        (ButtonStyle.HeroCard, _) => [],
        (_, { Card: { } card }) =>
        [
            new Attachment(
                Attachment.AdaptiveCard,
                AdaptiveCards.OfCard(card, style == ButtonStyle.AdaptiveCard ? message.Choices : [], message.Language)),
        ],
        (ButtonStyle.AdaptiveCard, { Choices.Count: > 0 }) =>
            [new Attachment(Attachment.AdaptiveCard, AdaptiveCards.OfActions(message.Question ?? message.Text, message.Choices, message.Language))],
        _ => [],
    };
}
