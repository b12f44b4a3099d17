using BillingBot.Knowledge.Support.Routing.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Registers routing: rules, the desks on which staff edit them, the first rules of a new database.</summary>
public static class RoutingSetup
{
    public static IServiceCollection AddRoutingRules(this IServiceCollection services, RoutingPolicy policy) => services
        .AddSingleton(policy)
        .AddSingleton<RoutingSeed>()
        .AddSingleton<RoutingEditor>()
        .AddSingleton<RoutingDesk>()
        .AddSingleton<RoutingSettingsDesk>();
}
