using BillingBot.Conversation;
using BillingBot.Knowledge.Mail;
using Microsoft.Extensions.Options;

namespace BillingBot.Mail;

/// <summary>Registers the sender of mail and maps the developer's mailbox.</summary>
internal static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>()
            .AddSingleton<MailOutbox>()
            .AddSingleton<MailWay>()
            .AddSingleton<MimeMessages>()
            .AddSingleton<MailSignal>()
            .AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<MailSignal>())
            .AddSingleton<MailboxEndpoint>()
            .AddHostedService<MailWorker>();
    }

    public static void MapMailbox(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/mailbox", (HttpContext context, MailboxEndpoint mailbox) => mailbox.GetAsync(context));
}
