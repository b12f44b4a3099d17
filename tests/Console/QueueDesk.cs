using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Console;

/// <summary>Cases as the hand-off opens them, each in a conversation of its own.</summary>
internal static class QueueDesk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <returns>The number.</returns>
    public static async Task<long> OpenCaseAsync(
        this BotHost bot,
        TestUser user,
        string summary,
        Urgency urgency = Urgency.Normal,
        Classification classification = Classification.Commercial,
        string queue = "billing",
        string language = "en",
        Duration ago = default)
    {
        await bot.Conversation(user: user).CustomerSays("hello");
        var conversation = await bot.NewestConversationAsync();
        var person = await bot.ReadAsync(db => db.People.SingleOrDefaultAsync(person => person.Name == user.Name, Ct));
        return await bot.OpenCaseInAsync(
            conversation.Id,
            summary,
            queue,
            language,
            user,
            person?.CustomerId,
            person?.Id,
            ago,
            opened =>
            {
                (opened.Urgency, opened.Classification) = (urgency, classification);
                return opened;
            });
    }
}
