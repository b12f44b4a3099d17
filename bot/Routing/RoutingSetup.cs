using BillingBot.Escalations;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Startup;

namespace BillingBot.Routing;

/// <summary>Registers routing and dispatch, requests to Microsoft, and maps providers' callbacks.</summary>
internal static class RoutingSetup
{
    public static IServiceCollection AddRouting(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<DispatchOptions>().Bind(configuration.GetSection(DispatchOptions.Section)).ValidateOnStart();
        services.AddOptions<EscalationOptions>().Bind(configuration.GetSection(EscalationOptions.Section)).ValidateOnStart();
        // ProviderWebhooks ends its calls itself, by the clock that tests can move.
        services.AddOutsideClient(ProviderWebhooks.HttpClientName, Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler((handler, provider) =>
                ((SocketsHttpHandler)handler).ConnectCallback = provider.GetRequiredService<ProviderConnections>().ConnectAsync);
        return services
            .AddSupportRouting(new RoutingPolicy(AllowHttpOnLoopback: environment.IsDevelopment()))
            .AddSingleton<RoutingWords>()
            .AddSingleton<DispatchMails>()
            .AddSingleton<ProviderConnections>()
            .AddSingleton<ProviderWebhooks>()
            .AddSingleton<CallbackRate>()
            .AddSingleton<ProviderCallbackEndpoint>()
            .AddSingleton<DispatchWorker>()
            .AddHostedService(provider => provider.GetRequiredService<DispatchWorker>())
            .AddSingleton<PacketText>()
            .AddHostedService<EscalationWorker>();
    }

    public static void MapProviderCallbacks(this IEndpointRouteBuilder endpoints) =>
        // Anonymous for ASP.NET Core's policies only: the endpoint asks for its own signature.
        endpoints.MapPost(
            "/api/providers/{id}/cases/{number:long}",
            (HttpContext context, ProviderCallbackEndpoint callbacks, string id, long number) => callbacks.PostAsync(context, id, number))
            .AllowAnonymous().AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<CallbackRate>());
}
