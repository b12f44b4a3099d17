using BillingBot.Knowledge.Identity;
using BillingBot.Skills.Share;
using Microsoft.Extensions.Options;

namespace BillingBot.Skills.Verify;

/// <summary>Registers what finds out who asks, and what may be asked of a billing contact.</summary>
internal static class VerifySetup
{
    public static IServiceCollection AddVerification(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<VerificationOptions>()
            .Bind(configuration.GetSection(VerificationOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<VerificationOptions>, VerificationOptionsValidator>()
            .AddIdentity()
            .AddSingleton<CodeMails>()
            .AddSingleton<Introductions>()
            .AddSingleton<EarlierAddress>()
            .AddSingleton<VerifyReplies>()
            .AddSingleton<VerifySkill>()
            .AddSingleton<ISkill>(provider => provider.GetRequiredService<VerifySkill>())
            .AddSingleton<ISkill, SignOutSkill>()
            .AddSingleton<ShareSkill>()
            .AddSingleton<ISkill>(provider => provider.GetRequiredService<ShareSkill>())
            .AddSingleton<AccessRequests>()
            .AddSingleton<ShareWords>();
    }
}
