using BillingBot.Skills;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Host;

/// <summary>Puts a skill of the test in the place of the product's.</summary>
internal static class SkillReplacement
{
    public static void ReplaceSkill(this IServiceCollection services, ISkill skill)
    {
        var replaced = services.Single(service => service.ServiceType == typeof(ISkill)
            && service.ImplementationType?.Name.StartsWith(skill.Name, StringComparison.OrdinalIgnoreCase) == true);
        services.Remove(replaced);
        services.AddSingleton(skill);
    }
}
