using BillingBot.Providers.PartnerCenter;
using BillingBot.Startup;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BillingBot.Providers;

/// <summary>Registers the subscription provider: Partner Center when it is enabled, else the manual one.</summary>
internal static class ProvidersSetup
{
    private static readonly TimeSpan LoginTimeout = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddSubscriptionProvider(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PartnerCenterOptions>().Bind(configuration.GetSection(PartnerCenterOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PartnerCenterOptions>, PartnerCenterOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOutsideClient(PartnerCenterTokens.HttpClientName, LoginTimeout);
        // PartnerCenterClient ends its calls itself, by the clock that tests can move.
        services.AddOutsideClient(PartnerCenterClient.HttpClientName, Timeout.InfiniteTimeSpan);
        return services
            .AddSingleton<RefreshTokenStore>()
            .AddSingleton<PartnerCenterTokens>()
            .AddSingleton<PartnerCenterClient>()
            .AddSingleton<PartnerCenterProvider>()
            .AddSingleton<ManualProvider>()
            .AddSingleton<ISubscriptionProvider>(provider =>
                provider.GetRequiredService<IOptions<PartnerCenterOptions>>().Value.Enabled
                    ? provider.GetRequiredService<PartnerCenterProvider>()
                    : provider.GetRequiredService<ManualProvider>());
    }
}
