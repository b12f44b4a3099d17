using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.Collections;

/// <summary>What the bot answered, in its own terms: how a channel draws a card is tested with the channel.</summary>
internal static class StoredReplies
{
    /// <returns>All words and buttons of the answer, cards with their timelines and tables included.</returns>
    public static async Task<string> AnswerAsync(this BotHost bot, CustomerConversation chat, string words)
    {
        await chat.CustomerSays(words);
        var bodies = await bot.ReadAsync(db => db.Messages
            .Where(message => message.Direction == Direction.Outbound
                && db.Conversations.Any(known => known.Id == message.ConversationId && known.ChannelConversationId == chat.Id))
            .OrderBy(message => message.Sequence).Select(message => message.Body).ToListAsync(TestContext.Current.CancellationToken));
        return string.Join('\n', bodies.Select(body => Stored.Read(body, ConversationJson.Default.OutgoingMessage)!.Message).SelectMany(Words));
    }

    private static IEnumerable<string> Words(ReplyMessage message) =>
    [
        message.Text ?? "",
        .. message.Card is { } card ? Words(card) : [],
        message.Question ?? "",
        .. message.Choices.Select(choice => $"[{choice.Label}]"),
    ];

    private static IEnumerable<string> Words(Card card) =>
    [
        card.Title,
        card.Summary ?? "",
        .. card.Timeline.Select(step => $"{step.When} | {step.What} | {step.State} | {step.Detail}"),
        .. card.Table?.Rows.Select(row => string.Join(" | ", row.Cells)) ?? [],
        card.Note ?? "",
    ];
}
