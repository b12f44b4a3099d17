using Microsoft.AspNetCore.StaticAssets.Infrastructure;
using Microsoft.Extensions.Options;

namespace BillingBot.WebChat;

/// <summary>Registers and maps the customer's chat page. The app must use the rate limiter.</summary>
internal static class WebChatSetup
{
    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebChatOptions>().Bind(configuration.GetSection(WebChatOptions.Section)).ValidateOnStart();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebChatJson.Default));
        services.AddRateLimiter(limits => limits.AddPolicy<System.Net.IPAddress, TokenRate>(TokenRate.Policy));
        services.AddRazorComponents();
        return services
            .AddSingleton<IValidateOptions<WebChatOptions>, WebChatOptionsValidator>()
            .AddSingleton<ChatAs>()
            .AddSingleton<ChatPageEndpoint>()
            .AddSingleton<TokenEndpoint>();
    }

    public static void MapWebChat(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        var files = new PageAssets(StaticAssetsEndpointDataSourceHelper.ResolveStaticAssetDescriptors(endpoints, manifestPath: null));
        endpoints.MapGet("/", (HttpContext context, ChatPageEndpoint page) => page.GetAsync(context, files));
        endpoints.MapPost("/webchat/token", (HttpContext context, TokenEndpoint tokens) => tokens.PostAsync(context))
            .RequireRateLimiting(TokenRate.Policy);
    }
}
