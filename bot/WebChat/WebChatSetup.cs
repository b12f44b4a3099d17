using Microsoft.AspNetCore.StaticAssets.Infrastructure;
using Microsoft.Extensions.Options;

namespace BillingBot.WebChat;

/// <summary>Registers and maps the customer's chat page.</summary>
internal static class WebChatSetup
{
    public static IServiceCollection AddWebChat(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebChatOptions>().Bind(configuration.GetSection(WebChatOptions.Section)).ValidateOnStart();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebChatJson.Default));
        services.AddRazorComponents();
        return services
            .AddSingleton<IValidateOptions<WebChatOptions>, WebChatOptionsValidator>()
            .AddSingleton<ChatAs>()
            .AddSingleton<ChatPageEndpoint>()
            .AddSingleton<TokenRate>()
            .AddSingleton<TokenEndpoint>();
    }

    public static void MapWebChat(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets();
        var files = new PageAssets(StaticAssetsEndpointDataSourceHelper.ResolveStaticAssetDescriptors(endpoints, manifestPath: null));
        endpoints.MapGet("/", (HttpContext context, ChatPageEndpoint page) => page.GetAsync(context, files));
        endpoints.MapPost("/webchat/token", (HttpContext context, TokenEndpoint tokens) => tokens.PostAsync(context))
            .AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<TokenRate>());
    }
}
