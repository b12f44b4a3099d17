using BillingBot.Knowledge.Articles;
using BillingBot.Recognizers;
using BillingBot.Skills.Amount;
using BillingBot.Skills.Answer;
using BillingBot.Skills.Clarify;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Deciding;
using BillingBot.Skills.Feedback;
using BillingBot.Skills.Forms;
using BillingBot.Skills.Hours;
using BillingBot.Skills.Invoice;
using BillingBot.Skills.Offer;
using BillingBot.Skills.RefundWindow;
using BillingBot.Skills.Several;
using BillingBot.Skills.Unknown;
using BillingBot.Skills.Welcome;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills;

/// <summary>
/// Registers what the bot can do. A new skill that articles name is one line here; a skill of many parts has a setup in
/// its own folder. Who asks, and what belongs to it, is registered by <see cref="Verify.VerifySetup"/>.
/// </summary>
internal static class SkillsSetup
{
    public static IServiceCollection AddSkills(this IServiceCollection services) => services
        .AddSingleton<ISkill, HoursSkill>()
        .AddSingleton<ISkill, OfferSkill>()
        .AddInvoices()
        .AddAmounts()
        .AddCollections()
        .AddRefundWindows()
        .AddRecognizers()
        .AddSingleton(services => new KnownSkills(services.GetServices<ISkill>().Select(skill => skill.Name).ToHashSet(StringComparer.Ordinal)))
        .AddSingleton<SettledWords>()
        .AddSingleton<OpenForms>()
        .AddSingleton<AnswerSkill>()
        .AddSingleton<ClarifySkill>()
        .AddSingleton<FeedbackSkill>()
        .AddSingleton<UnknownSkill>()
        .AddSingleton<LeftQuestions>()
        .AddSingleton<SeveralAnswers>()
        .AddSingleton<WelcomeSkill>()
        .AddSingleton<ArticleButtons>()
        .AddSingleton<BillingWords>()
        .AddSingleton<PurchaseEra>()
        .AddSingleton<OpenQuestions>()
        .AddSingleton<FollowUps>()
        .AddSingleton<QuestionParts>()
        .AddSingleton<WholeDecider>()
        .AddSingleton<SeveralQuestions>()
        .AddSingleton<SentenceDecider>()
        .AddSingleton<SearchDecider>()
        .AddSingleton<InvoiceDecider>()
        .AddSingleton<Decider>()
        .AddSingleton<SkillRouter>();
}
