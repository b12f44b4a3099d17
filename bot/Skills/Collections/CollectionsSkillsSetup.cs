using BillingBot.Skills.Dispute;
using BillingBot.Skills.Promise;
using BillingBot.Skills.Reminders;

namespace BillingBot.Skills.Collections;

/// <summary>Registers what says and does something about late invoices: the policy, promises, disputes and reminders.</summary>
internal static class CollectionsSkillsSetup
{
    public static IServiceCollection AddCollections(this IServiceCollection services) => services
        .AddSingleton<ISkill, CollectionsSkill>()
        .AddSingleton<ISkill, PromiseSkill>()
        .AddSingleton<ISkill, DisputeSkill>()
        .AddSingleton<ISkill, RemindersSkill>()
        .AddSingleton<InvoiceTimeline>()
        .AddSingleton<CollectionsButtons>()
        .AddSingleton<CollectionsWords>()
        .AddSingleton<ConcernedInvoice>()
        .AddSingleton<PolicyCards>()
        .AddSingleton<OverdueCard>()
        .AddSingleton<PromisedDays>()
        .AddSingleton<PromiseReplies>()
        .AddSingleton<DisputeReason>()
        .AddSingleton<DisputeWithdrawal>()
        .AddSingleton<ReminderOffer>();
}
