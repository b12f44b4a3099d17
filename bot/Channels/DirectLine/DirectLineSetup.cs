using BillingBot.Conversation;
using BillingBot.Replicas;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.DirectLine;

/// <summary>Direct Line 3.0 served by the bot itself, for the official Web Chat and other clients.</summary>
internal static class DirectLineSetup
{
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DirectLineOptions>()
            .Bind(configuration.GetSection(DirectLineOptions.Section))
            .PostConfigure(options => options.Secret = string.IsNullOrWhiteSpace(options.Secret) ? null : options.Secret)
            .ValidateOnStart();
        return services
            .AddCors()
            .AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsValidator>()
            .AddSingleton<DirectLineKey>()
            .AddSingleton<TokenSigner>()
            .AddSingleton<DirectLineTokens>()
            .AddSingleton<CallerReader>()
            .AddSingleton<DirectLineCors>()
            .AddSingleton<DirectLineLimiter>()
            .AddSingleton<DirectLineGate>()
            .AddSingleton<DirectLineInbox>()
            .AddSingleton<ActivityPages>()
            .AddSingleton<OpenStreams>()
            .AddSingleton<IReplicaListener>(provider => provider.GetRequiredService<OpenStreams>())
            .AddSingleton<StreamTyping>()
            .AddSingleton<TypingTimers>(provider => provider.GetRequiredService<StreamTyping>())
            .AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<StreamTyping>())
            .AddSingleton<TokensEndpoint>()
            .AddSingleton<ConversationsEndpoint>()
            .AddSingleton<ActivitiesEndpoint>()
            .AddSingleton<StreamEndpoint>();
    }

    public static void MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var gate = services.GetRequiredService<DirectLineGate>();
        var tokens = services.GetRequiredService<TokensEndpoint>();
        var conversations = services.GetRequiredService<ConversationsEndpoint>();
        var activities = services.GetRequiredService<ActivitiesEndpoint>();
        // The app's own WebSocket middleware may be absent or have other wishes.
        var sockets = endpoints.CreateApplicationBuilder().UseWebSockets();
        sockets.Run(gate.Stream(services.GetRequiredService<StreamEndpoint>().OpenAsync));

        // Anonymous for ASP.NET Core's policies only: the gate asks for a credential of its own.
        var api = endpoints.MapGroup(DirectLineRoutes.Base).AllowAnonymous();
        api.Map("/tokens/generate", gate.Resource(HttpMethods.Post, tokens.GenerateAsync));
        api.Map("/tokens/refresh", gate.Resource(HttpMethods.Post, tokens.RefreshAsync));
        api.Map("/conversations", gate.Resource(HttpMethods.Post, conversations.StartAsync));
        api.Map(DirectLineRoutes.Conversation, gate.Resource(HttpMethods.Get, conversations.ReconnectAsync));
        api.Map(DirectLineRoutes.Conversation + "/activities", gate.Resource(new Dictionary<string, Handler>(StringComparer.Ordinal)
        {
            [HttpMethods.Get] = activities.ReadAsync,
            [HttpMethods.Post] = activities.PostAsync,
        }));
        api.Map(DirectLineRoutes.Conversation + "/upload", gate.Resource(HttpMethods.Post, UploadEndpoint.RefuseAsync));
        api.Map(DirectLineRoutes.Conversation + "/stream", sockets.Build());
        api.Map("/{**unknown}", gate.Nothing());
    }
}
