using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Registers the partner's collections policy.</summary>
public static class CollectionsSetup
{
    /// <summary>Reads section <c>Collections</c>; <see cref="CollectionsPolicy.Nothing"/> when it names no file.</summary>
    public static IServiceCollection AddCollectionsPolicy(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CollectionsOptions>()
            .Configure(options => options.PolicyFile = configuration["Collections:PolicyFile"])
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<CollectionsOptions>, CollectionsOptionsValidator>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<CollectionsOptions>>().Value.Read());
    }
}
