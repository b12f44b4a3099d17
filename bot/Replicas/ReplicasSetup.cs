using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.Extensions.Options;

namespace BillingBot.Replicas;

/// <summary>Registers what lets several bots share one database.</summary>
internal static class ReplicasSetup
{
    /// <summary>Before everything that runs in the background: what is started first is stopped last.</summary>
    public static IServiceCollection AddReplicas(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReplicaOptions>().Bind(configuration.GetSection(ReplicaOptions.Section)).ValidateOnStart();
        services.AddHealthChecks().AddCheck<Leaving>("leaving", tags: ["ready"]);
        return services
            .AddSingleton<IValidateOptions<ReplicaOptions>, ReplicaOptionsValidator>()
            .AddSingleton<OnlyBot>()
            .AddSingleton<OtherReplicas>()
            .AddSingleton<Leaving>()
            .AddHostedService(provider => provider.GetRequiredService<Leaving>())
            .AddHostedService<ReplicaWorker>();
    }

    /// <summary>After turns and delivery.</summary>
    public static IServiceCollection AddAbandonedWork(this IServiceCollection services) => services
        .AddSingleton<AbandonedWork>()
        .AddSingleton<IReplicaListener>(provider => provider.GetRequiredService<AbandonedWork>())
        .AddHostedService(provider => provider.GetRequiredService<AbandonedWork>());
}
