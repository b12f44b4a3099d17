using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

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
        var number = await bot.Services.GetRequiredService<CaseNumbers>().TakeAsync(Ct);
        var conversation = await bot.ReadAsync(db => db.Conversations.OrderByDescending(known => known.Id).FirstAsync(Ct));
        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                var at = bot.Clock.GetUtcNow().ToInstant() - ago;
                var person = await db.People.SingleOrDefaultAsync(person => person.Name == user.Name, token);
                var opening = new CaseOpening(
                    new Case
                    {
                        Id = number,
                        ConversationId = conversation.Id,
                        SenderId = user.Id,
                        SenderName = user.Name,
                        Language = language,
                        PersonId = person?.Id,
                        CustomerId = person?.CustomerId,
                        Reason = CaseReason.AskedForPerson,
                        Summary = summary,
                        Queue = queue,
                        Urgency = urgency,
                        Classification = classification,
                        CreatedAt = at,
                        SlaRunningSince = at,
                    },
                    queue);
                await opening.ApplyAsync(db, at, token);
                return await db.SaveChangesAsync(token);
            },
            Ct);
        bot.Services.GetRequiredService<CaseFeed>().Publish();
        return number;
    }
}
