using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Knowledge.Canned;

/// <summary>Registers what staff say often.</summary>
public static class CannedSetup
{
    public static IServiceCollection AddCannedReplies(this IServiceCollection services) => services
        .AddSingleton<CannedReplySeed>()
        .AddSingleton<CannedReplies>();
}
