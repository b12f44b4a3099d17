namespace BillingBot.Skills.RefundWindow;

/// <summary>Registers the calculator of cancellation windows.</summary>
internal static class RefundWindowSetup
{
    public static IServiceCollection AddRefundWindows(this IServiceCollection services) => services
        .AddSingleton<ISkill, RefundWindowSkill>()
        .AddSingleton<RefundQuestionReader>()
        .AddSingleton<RefundCard>()
        .AddSingleton<RefundReplies>()
        .AddSingleton<RefundRoutes>();
}
