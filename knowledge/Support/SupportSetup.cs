using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Support;

/// <summary>Registers the partner's published offer.</summary>
public static class SupportSetup
{
    /// <summary>Reads section <c>Support</c>; <see cref="PublishedOffer.Nothing"/> when it names no file.</summary>
    public static IServiceCollection AddSupportOffer(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SupportOptions>()
            .Configure(options => options.OfferFile = configuration["Support:OfferFile"])
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SupportOptions>, SupportOptionsValidator>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<SupportOptions>>().Value.Read());
    }
}
