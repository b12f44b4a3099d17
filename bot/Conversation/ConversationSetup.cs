using BillingBot.Replicas;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Conversation;

/// <summary>Registers turns and what hears of them.</summary>
internal static class ConversationSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConversationOptions>()
            .Bind(configuration.GetSection(ConversationOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ConversationOptions>, ConversationOptionsValidator>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IClock, ProviderClock>()
            .AddSingleton(typeof(Phrases<>))
            .AddSingleton<PersonRecogniser>()
            .AddSingleton<OpenCases>()
            .AddSingleton<PrivateChat>()
            .AddSingleton<Apology>()
            .AddSingleton<Announcements>()
            .AddSingleton<TurnRunner>()
            .AddSingleton<MessageFeed>()
            .AddSingleton<ReplyCarriage>()
            .AddSingleton<ReplyWaiters>()
            .AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<MessageFeed>())
            .AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<ReplyWaiters>())
            .AddSingleton<IReplicaListener>(provider => provider.GetRequiredService<MessageFeed>())
            .AddSingleton<IReplicaListener>(provider => provider.GetRequiredService<ReplyWaiters>())
            .AddSingleton<TurnWorker>()
            .AddHostedService(provider => provider.GetRequiredService<TurnWorker>());
    }
}
