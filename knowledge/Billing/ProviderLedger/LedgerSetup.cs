using BillingBot.Knowledge.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>Registers the ledger of what the partner owes Microsoft; the options are bound by the host.</summary>
public static class LedgerSetup
{
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<IValidateOptions<StaffOptions>, StaffOptionsValidator>()
        .AddSingleton<ProviderInvoices>()
        .AddSingleton<LedgerAlerts>();
}
