using BillingBot.Knowledge.Billing.Collections;
using Microsoft.Extensions.Options;

namespace BillingBot.Reminders;

/// <summary>Registers reminders of invoices.</summary>
internal static class RemindersSetup
{
    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReminderOptions>().Bind(configuration.GetSection(ReminderOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ReminderOptions>, ReminderOptionsValidator>()
            .AddSingleton<ReminderPreferences>()
            .AddSingleton<ReminderMessages>()
            .AddSingleton<ReminderTimes>()
            .AddSingleton<ReminderRound>()
            .AddHostedService<ReminderWorker>();
    }
}
