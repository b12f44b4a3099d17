using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Skills.Collections;

/// <summary>What customers of a test owe, in place of what the demonstration's owe.</summary>
internal static class Owing
{
    public static readonly TestUser Sam = TestUser.Alex with { Id = "29:sam", Name = "Sam Carter", ObjectId = "00000000-0000-0000-0000-0000000000021" };

    /// <summary>These invoices are there and nothing else; whatever came of earlier ones is gone.</summary>
    public static Task OwesAsync(this BotHost bot, params Invoice[] invoices) => bot.ChangeAsync(async db =>
    {
        await db.Invoices.ExecuteDeleteAsync();
        await db.Payments.ExecuteDeleteAsync();
        await db.StaffTasks.ExecuteDeleteAsync();
        await db.Audit.ExecuteDeleteAsync();
        await db.ReminderPreferences.ExecuteDeleteAsync();
        db.AddRange(invoices);
    });

    public static Task ChangeAsync(this BotHost bot, Func<BillingDb, Task> change) =>
        bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                await change(db);
                return await db.SaveChangesAsync(token);
            },
            TestContext.Current.CancellationToken);
}
