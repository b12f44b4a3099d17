namespace BillingBot.Channels;

/// <summary>Registers what all channels share.</summary>
internal static class ChannelsSetup
{
    public static IServiceCollection AddActivityIntake(this IServiceCollection services) => services.AddSingleton<ActivityIntake>();
}
