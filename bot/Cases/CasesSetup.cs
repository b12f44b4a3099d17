using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;

namespace BillingBot.Cases;

/// <summary>Registers cases: their numbers, what staff can do with them, who hears of changes.</summary>
internal static class CasesSetup
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<CaseNumbers>()
        .AddSingleton<CaseFeed>()
        .AddSingleton<CaseSpeech>()
        .AddSingleton<CaseClosing>()
        .AddSingleton<SlaClock>()
        .AddSingleton<StaffDirectory>()
        .AddSingleton<CaseTransaction>()
        .AddSingleton<StaffWords>()
        .AddSingleton<CaseQueue>()
        .AddSingleton<CaseReader>()
        .AddSingleton<CaseDesk>();
}
