namespace BillingBot.Skills;

/// <summary>Registers what the bot can do. A new skill is one line here.</summary>
internal static class SkillsSetup
{
    public static IServiceCollection AddSkills(this IServiceCollection services) => services
        .AddSingleton<SkillRouter>();
}
