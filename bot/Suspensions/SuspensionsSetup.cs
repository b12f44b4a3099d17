using BillingBot.Cli;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Suspensions;

namespace BillingBot.Suspensions;

/// <summary>Registers suspensions: staff request and approve, the worker carries out.</summary>
internal static class SuspensionsSetup
{
    public static IServiceCollection AddSuspensions(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<SuspensionOptions>()
            // On a developer's machine there is one account, and the demo must still be able to show two people.
            .Configure(options => options.SameUserMayApprove = environment.IsDevelopment())
            .Bind(configuration.GetSection(SuspensionOptions.Section)).ValidateOnStart();
        return services
            .AddSuspensionDesk()
            .AddSingleton<SuspensionScreen>()
            .AddSingleton<DisputeDesk>()
            .AddSingleton<SuspensionNotice>()
            .AddSingleton<SuspensionNotices>()
            .AddSingleton<SuspensionExecution>()
            .AddSingleton<SuspensionRecorder>()
            .AddSingleton<SuspensionWorker>()
            .AddHostedService(provider => provider.GetRequiredService<SuspensionWorker>());
    }
}
