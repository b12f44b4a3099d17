namespace BillingBot.Console.Cases;

/// <summary>Registers what the case page needs.</summary>
internal static class CasesConsoleSetup
{
    public static IServiceCollection AddCasePage(this IServiceCollection services) => services
        .AddSingleton<CaseChoices>()
        .AddSingleton<CaseValues>()
        .AddTransient<CaseScreen>()
        .AddScoped<CaseNames>()
        .AddScoped<BotDecisions>();
}
