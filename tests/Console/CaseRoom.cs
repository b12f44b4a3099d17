using BillingBot.Cases;
using BillingBot.Console.Identity;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace BillingBot.Tests.Console;

/// <summary>Cases to look at: of the newest conversation of a bot.</summary>
internal static class CaseRoom
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static CaseDesk Desk(this BotHost bot) => bot.Services.GetRequiredService<CaseDesk>();

    public static StaffUser Demo(string name) => DemoStaff.All.Single(user => user.Id == $"demo-{name}");

    /// <summary>Opens a guest's case in the newest conversation.</summary>
    /// <returns>Its number.</returns>
    public static async Task<long> OpenCaseAsync(this BotHost bot, string summary = "Please have a look at my invoice")
    {
        var number = await bot.Services.GetRequiredService<CaseNumbers>().TakeAsync(Ct);
        var conversation = await bot.ReadAsync(db => db.Conversations.OrderByDescending(known => known.Id).FirstAsync(Ct));
        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                var now = bot.Clock.GetUtcNow().ToInstant();
                var opened = new Case
                {
                    Id = number,
                    ConversationId = conversation.Id,
                    SenderId = "guest",
                    Language = "en",
                    Reason = CaseReason.AskedForPerson,
                    Summary = summary,
                    Queue = "billing",
                    CreatedAt = now,
                };
                await new CaseOpening(opened, "billing").ApplyAsync(db, now, token);
                return await db.SaveChangesAsync(token);
            },
            Ct);
        bot.Services.GetRequiredService<CaseFeed>().Publish();
        return number;
    }

    /// <returns>Its number.</returns>
    public static Task<long> NewestCaseAsync(this BotHost bot) => bot.ReadAsync(db => db.Cases.MaxAsync(known => known.Id, Ct));

    /// <summary>Somebody of the demo staff has had a console open: cases can be given to them.</summary>
    public static Task IsThereAsync(this BotHost bot, string name) =>
        bot.Services.GetRequiredService<StaffDirectory>().SeenAsync(Demo(name), Ct);
}
