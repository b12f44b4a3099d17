using BillingBot.Knowledge.Billing.Import;
using Microsoft.Extensions.Options;

namespace BillingBot.Import;

/// <summary>Registers and maps how files come in: REST and a watched folder; the command line stands in <c>bot/Cli</c>.</summary>
internal static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ImportOptions>()
            .Bind(configuration.GetSection(ImportOptions.Section))
            .PostConfigure(options =>
            {
                options.ApiKey = string.IsNullOrWhiteSpace(options.ApiKey) ? null : options.ApiKey;
                options.Folder = string.IsNullOrWhiteSpace(options.Folder) ? null : options.Folder;
            })
            .ValidateOnStart();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ImportJson.Default));
        return services
            .AddSingleton<IValidateOptions<ImportOptions>, ImportOptionsValidator>()
            .AddSingleton<IValidateOptions<ImportOptions>, ImportFolderValidator>()
            .AddSingleton<Importer>()
            .AddSingleton<ImportKey>()
            .AddSingleton<ImportRate>()
            .AddSingleton<ImportEndpoint>()
            .AddHostedService<FolderWatcher>();
    }

    public static void MapImport(this IEndpointRouteBuilder endpoints) =>
        // Anonymous for ASP.NET Core's policies only: the endpoint asks for its own key.
        endpoints.MapPost(
            "/api/import/{kind}",
            (HttpContext context, ImportEndpoint import, string kind, bool dryRun = false, bool partial = false) =>
                import.PostAsync(context, kind, dryRun, partial))
            .AllowAnonymous().AddEndpointFilter(endpoints.ServiceProvider.GetRequiredService<ImportRate>());
}
