using BillingBot.Knowledge.Cases;
using BillingBot.Skills.OwnCases;
using Microsoft.Extensions.Options;

namespace BillingBot.Skills.Handoff;

/// <summary>Registers the hand-off to staff, and what customers can ask about their cases.</summary>
internal static class HandoffSetup
{
    public static IServiceCollection AddHandoff(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HandoffOptions>()
            .Bind(configuration.GetSection(HandoffOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<HandoffOptions>, HandoffOptionsValidator>()
            .AddSingleton<CustomerCases>()
            .AddSingleton<FirstClaims>()
            .AddSingleton<CaseWords>()
            .AddSingleton<PersonRequest>()
            .AddSingleton<SecurityReport>()
            .AddSingleton<PublishedContact>()
            .AddSingleton<HonestWait>()
            .AddSingleton<CaseOpener>()
            .AddSingleton<CaseDetails>()
            .AddSingleton<SureAnswer>()
            .AddSingleton<HandoffReader>()
            .AddSingleton<HandoffReplies>()
            .AddSingleton<HandoffSkill>()
            .AddSingleton<ISkill>(provider => provider.GetRequiredService<HandoffSkill>())
            .AddSingleton<CaseButtons>()
            .AddSingleton<CaseRoutes>()
            .AddSingleton<CaseRating>()
            .AddSingleton<CaseReplies>()
            .AddSingleton<ISkill, CaseSkill>();
    }
}
