namespace BillingBot.Console.Cases;

/// <summary>Registers what the case page needs.</summary>
internal static class CasesConsoleSetup
{
    public static IServiceCollection AddCasePage(this IServiceCollection services) => services
        .AddSingleton<CaseChoices>()
        .AddTransient<CaseScreen>()
        .AddScoped<CaseTimes>()
        .AddScoped<CaseNames>()
        .AddScoped<BotDecisions>();
}
