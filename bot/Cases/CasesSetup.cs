using BillingBot.Knowledge.Cases;

namespace BillingBot.Cases;

/// <summary>Registers cases: their numbers, what staff can do with them, who hears of changes.</summary>
internal static class CasesSetup
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<CaseNumbers>()
        .AddSingleton<CaseFeed>()
        .AddSingleton<CaseSpeech>()
        .AddSingleton<CaseClosing>()
        .AddSingleton<CaseDesk>();
}
