using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing.Editing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Registers routing, dispatch and escalation; the options are bound by the host.</summary>
public static class RoutingSetup
{
    public static IServiceCollection AddSupportRouting(this IServiceCollection services, RoutingPolicy policy) => services
        .AddSingleton(policy)
        .AddSingleton<RoutingSeed>()
        .AddSingleton<RoutingEditor>()
        .AddSingleton<RoutingDesk>()
        .AddSingleton<RoutingSettingsDesk>()
        .AddSingleton<IValidateOptions<DispatchOptions>, DispatchOptionsValidator>()
        .AddSingleton<DispatchLinks>()
        .AddSingleton<DispatchOutbox>()
        .AddSingleton<CaseRouting>()
        .AddSingleton<CaseRouter>()
        .AddSingleton<RoutingReview>()
        .AddSingleton<ProviderUpdates>()
        .AddSingleton<IValidateOptions<EscalationOptions>, EscalationOptionsValidator>()
        .AddSingleton<EscalationDesk>()
        .AddSingleton<EscalationChase>();
}
