using BillingBot.Startup;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Activities;

/// <summary>Registers the Bot Framework side: inbound tokens, the messages endpoint's services and the connector.</summary>
internal static class ActivityChannel
{
    private static readonly TimeSpan AuthorityTimeout = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddActivityChannel(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<BotAuthenticationOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotAuthenticationOptions>>(new BotAuthenticationOptionsValidator(environment));
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton(provider => new AnonymousAccess(Options(provider), environment));
        services.AddSingleton<ServiceUrlGuard>();
        services.AddSingleton<InboundAuthentication>();
        services.AddScoped<AcceptActivity>(provider => provider.GetRequiredService<ActivityIntake>().AcceptAsync);
        AddInboundTokens(services);
        AddConnector(services);
        return services;
    }

    private static void AddInboundTokens(IServiceCollection services)
    {
        services.AddSingleton<JwtChecks>();
        services.AddSingleton<InboundTokens>();
        services.AddSingleton(provider => BotCloud.Of(Options(provider).Value));
        services.AddKeyedSingleton(nameof(ChannelTokenValidator), (provider, _) =>
            Keys(provider, provider.GetRequiredService<BotCloud>().ChannelMetadataUrl));
        services.AddKeyedSingleton(nameof(EntraTokenValidator), (provider, _) =>
            Keys(provider, provider.GetRequiredService<BotCloud>().EntraMetadataUrl));
        services.AddSingleton(provider => new ChannelTokenValidator(
            provider.GetRequiredService<BotCloud>().ChannelTokenIssuer,
            Options(provider).Value.MicrosoftAppId ?? "",
            provider.GetRequiredKeyedService<SigningKeyCache>(nameof(ChannelTokenValidator)),
            provider.GetRequiredService<JwtChecks>()));
        services.AddSingleton(provider => new EntraTokenValidator(
            provider.GetRequiredService<BotCloud>().EntraTenantsByIssuer,
            Options(provider).Value.MicrosoftAppId ?? "",
            provider.GetRequiredKeyedService<SigningKeyCache>(nameof(EntraTokenValidator)),
            provider.GetRequiredService<JwtChecks>()));
        services.AddOutsideClient(SigningKeyCache.HttpClientName, AuthorityTimeout);
    }

    private static void AddConnector(IServiceCollection services)
    {
        services.AddSingleton<ConnectorTokens>();
        services.AddSingleton<ConnectorClient>();
        services.AddOutsideClient(ConnectorTokens.HttpClientName, AuthorityTimeout);
        // ConnectorClient ends its calls itself, by the clock that tests can move.
        services.AddOutsideClient(ConnectorClient.HttpClientName, Timeout.InfiniteTimeSpan);
    }

    private static SigningKeyCache Keys(IServiceProvider provider, Uri metadataUrl) =>
        ActivatorUtilities.CreateInstance<SigningKeyCache>(provider, metadataUrl);

    private static IOptions<BotAuthenticationOptions> Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<BotAuthenticationOptions>>();
}
