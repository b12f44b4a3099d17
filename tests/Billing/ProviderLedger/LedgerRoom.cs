using BillingBot.Knowledge.Billing.ProviderLedger;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Billing.ProviderLedger;

/// <summary>What staff see of the ledger's alerts.</summary>
internal static class LedgerRoom
{
    public static Task<int> AlertAsync(this BotHost bot) =>
        bot.Services.GetRequiredService<LedgerAlerts>().RaiseAsync(TestContext.Current.CancellationToken);

    public static Task<List<StaffTask>> LedgerTasksAsync(this BotHost bot) => bot.ReadAsync(db => db.StaffTasks
        .Where(task => task.Kind == StaffTaskKind.ProviderInvoice).OrderBy(task => task.Id).ToListAsync(TestContext.Current.CancellationToken));
}
