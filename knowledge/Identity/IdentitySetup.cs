using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Knowledge.Identity;

/// <summary>Registers one-time codes and who is verified by them; the host binds and validates <see cref="VerificationOptions"/>.</summary>
public static class IdentitySetup
{
    public static IServiceCollection AddIdentity(this IServiceCollection services) => services
        .AddSingleton<CodeIssuer>()
        .AddSingleton<CodeRedeemer>()
        .AddSingleton<VerifiedSenders>();
}
