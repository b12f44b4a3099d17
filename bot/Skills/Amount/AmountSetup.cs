namespace BillingBot.Skills.Amount;

/// <summary>Registers what explains amounts.</summary>
internal static class AmountSetup
{
    public static IServiceCollection AddAmounts(this IServiceCollection services) => services
        .AddSingleton<ISkill, AmountSkill>()
        .AddSingleton<AmountExplanation>()
        .AddSingleton<ContributionWords>()
        .AddSingleton<LineWords>()
        .AddSingleton<SaidMonths>();
}
