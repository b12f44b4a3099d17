using BillingBot.Cases.Duties;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Replicas;
using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.Cases;

/// <summary>Registers cases: their numbers, what staff can read and do, who hears of changes, and what time makes due.</summary>
internal static class CasesSetup
{
    public static IServiceCollection AddCases(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CasesOptions>().Bind(configuration.GetSection(CasesOptions.Section)).ValidateOnStart();
        services.AddHealthChecks().AddCheck<CasesHealth>("cases", failureStatus: null, tags: ["ready"], timeout: StartupSetup.HealthTimeout);
        return services
            .AddSingleton<IValidateOptions<CasesOptions>, CasesOptionsValidator>()
            .AddSingleton<CaseNumbers>()
            .AddSingleton<CaseFeed>()
            .AddSingleton<CaseSpeech>()
            .AddSingleton<CaseClosing>()
            .AddSingleton<SlaClock>()
            .AddSingleton<CaseTransaction>()
            .AddSingleton<StaffWords>()
            .AddSingleton<StaffDirectory>()
            .AddSingleton<TaskDesk>()
            .AddSingleton<CaseDesk>()
            .AddSingleton<CaseQueue>()
            .AddSingleton<CaseReader>()
            .AddSingleton<TypingBoard>()
            .AddSingleton<ITurnObserver>(provider => provider.GetRequiredService<TypingBoard>())
            .AddSingleton<IReplicaListener>(provider => provider.GetRequiredService<CaseFeed>())
            .AddSingleton<IReplicaListener>(provider => provider.GetRequiredService<TypingBoard>())
            .AddSingleton<StaffTyping>()
            .AddSingleton<PoorRatings>()
            .AddRounds();
    }

    private static IServiceCollection AddRounds(this IServiceCollection services) => services
        .AddSingleton<CaseAddresses>()
        .AddSingleton<StaffMail>()
        .AddSingleton<PlanHours>()
        .AddSingleton<ICaseDuty, SlaDuty>()
        .AddSingleton<ICaseDuty, UnclaimedDuty>()
        .AddSingleton<ICaseDuty, OwnerSilentDuty>()
        .AddSingleton<ICaseDuty, OwnerAwayDuty>()
        .AddSingleton<ICaseDuty, CustomerSilentDuty>()
        .AddSingleton<ICaseDuty, AlarmDuty>()
        .AddSingleton<CaseRound>()
        .AddSingleton<CaseNotices>()
        .AddSingleton<UnreachedAnswers>()
        .AddSingleton<AnswerMails>()
        .AddHostedService<CaseWorker>();
}
