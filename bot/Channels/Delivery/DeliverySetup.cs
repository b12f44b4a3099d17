using BillingBot.Conversation;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Delivery;

/// <summary>Registers the way out.</summary>
internal static class DeliverySetup
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeliveryOptions>().Bind(configuration.GetSection(DeliveryOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>()
            .AddSingleton<RetryPolicy>()
            .AddSingleton<SendPace>()
            .AddSingleton<TypingIndicator>()
            .AddSingleton<TypingTimers>(provider => provider.GetRequiredService<TypingIndicator>())
            .AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<TypingIndicator>())
            .AddSingleton<ReplySender>()
            .AddSingleton<DeliveryWorker>()
            .AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<DeliveryWorker>())
            .AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
    }
}
