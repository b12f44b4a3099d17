using BillingBot.Cases;
using BillingBot.Console.Identity;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Console;

/// <summary>Cases to look at: of the newest conversation of a bot.</summary>
internal static class CaseRoom
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static CaseDesk Desk(this BotHost bot) => bot.Services.GetRequiredService<CaseDesk>();

    public static StaffUser Demo(string name) => DemoStaff.All.Single(user => user.Id == $"demo-{name}");

    /// <summary>Opens a guest's case in the newest conversation.</summary>
    /// <returns>Its number.</returns>
    public static async Task<long> OpenCaseAsync(this BotHost bot, string summary = "Please have a look at my invoice") =>
        await bot.OpenCaseInAsync((await bot.NewestConversationAsync()).Id, summary);

    /// <returns>Its number.</returns>
    public static Task<long> NewestCaseAsync(this BotHost bot) => bot.ReadAsync(db => db.Cases.MaxAsync(known => known.Id, Ct));

    /// <summary>Somebody of the demo staff has had a console open: cases can be given to them.</summary>
    public static Task IsThereAsync(this BotHost bot, string name) =>
        bot.Services.GetRequiredService<StaffDirectory>().SeenAsync(Demo(name), Ct);
}
