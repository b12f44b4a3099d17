using BillingBot.Knowledge.Billing.ProviderLedger;
using BillingBot.Knowledge.Staff;

namespace BillingBot.ProviderLedger;

/// <summary>Registers the ledger of Microsoft's invoices, which only staff see.</summary>
internal static class ProviderLedgerSetup
{
    public static IServiceCollection AddProviderLedger(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StaffOptions>().Bind(configuration.GetSection(StaffOptions.Section)).ValidateOnStart();
        return services.AddLedger().AddHostedService<LedgerWorker>();
    }
}
