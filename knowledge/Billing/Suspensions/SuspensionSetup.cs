using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>Registers requests for suspension; the options are bound by the host.</summary>
public static class SuspensionSetup
{
    public static IServiceCollection AddSuspensionDesk(this IServiceCollection services) => services
        .AddSingleton<IValidateOptions<SuspensionOptions>, SuspensionOptionsValidator>()
        .AddSingleton<SuspensionStage>()
        .AddSingleton<SuspensionGuard>()
        .AddSingleton<SuspensionDesk>()
        .AddSingleton<SuspensionClaims>()
        .AddSingleton<SuspensionSweep>();
}
