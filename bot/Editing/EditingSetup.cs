using BillingBot.Knowledge.Canned;

namespace BillingBot.Editing;

/// <summary>Registers what staff need to keep the knowledge store good.</summary>
internal static class EditingSetup
{
    public static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddCannedReplies()
        .AddSingleton<PersonalData>()
        .AddSingleton<QuestionsToLearn>()
        .AddSingleton<StaffCorrections>()
        .AddSingleton<QuestionTrial>()
        .AddSingleton<CaseDraft>()
        .AddHostedService<RefreshWorker>()
        .AddHostedService<StoreWatch>();
}
