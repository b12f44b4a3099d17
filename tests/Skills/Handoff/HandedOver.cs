using BillingBot.Cases;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>What became of a conversation: its cases, and how the bot decided; and the staff at the other end.</summary>
internal static class HandedOver
{
    public static readonly StaffUser Yuki = Staff.Of("yuki", "Yuki", StaffRole.Agent);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The newest case of the conversation; null when none was opened.</summary>
    public static Task<Case?> CaseAsync(this BotHost bot, CustomerConversation chat) => bot.ReadAsync(db => db.Cases
        .Where(known => db.Conversations.Any(conversation => conversation.Id == known.ConversationId && conversation.ChannelConversationId == chat.Id))
        .OrderByDescending(known => known.Id).FirstOrDefaultAsync(Ct));

    public static Task<List<CaseEvent>> EventsAsync(this BotHost bot, long number) => bot.ReadAsync(db => db.CaseEvents
        .Where(happened => happened.CaseId == number).OrderBy(happened => happened.Id).ToListAsync(Ct));

    /// <summary>How the bot decided on the last message of the conversation.</summary>
    public static async Task<Outcome?> OutcomeAsync(this BotHost bot, CustomerConversation chat) => Stored.Read(
        await bot.ReadAsync(db => db.Messages
            .Where(message => message.Direction == Direction.Inbound
                && db.Conversations.Any(conversation => conversation.Id == message.ConversationId && conversation.ChannelConversationId == chat.Id))
            .OrderByDescending(message => message.Sequence).Select(message => message.Outcome).FirstOrDefaultAsync(Ct)),
        ConversationJson.Default.Outcome);

    /// <summary>Asks for a person, says why, and confirms where that is asked.</summary>
    public static async Task<Case> HandsOverAsync(this BotHost bot, CustomerConversation chat, string about = "The price on our quote is not what we agreed")
    {
        await chat.CustomerSays("talk to a person");
        await chat.CustomerSays(about);
        return await bot.CaseAsync(chat) ?? throw new InvalidOperationException("No case was opened.");
    }

    public static async Task<CaseOutcome> ClaimAsync(this BotHost bot, long number) =>
        await bot.Services.GetRequiredService<CaseDesk>().ClaimAsync(Yuki, number, Ct);

    public static async Task ResolveAsync(this BotHost bot, long number, Resolution resolution = Resolution.Solved)
    {
        await bot.ClaimAsync(number);
        Assert.IsType<CaseOutcome.Done>(await bot.Services.GetRequiredService<CaseDesk>().ResolveAsync(Yuki, number, resolution, null, Ct));
        await bot.WhenIdleAsync();
    }
}
