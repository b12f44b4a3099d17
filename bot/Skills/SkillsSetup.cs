using BillingBot.Recognizers;
using BillingBot.Recognizers.English;
using BillingBot.Recognizers.Japanese;
using BillingBot.Skills.Amount;
using BillingBot.Skills.Answer;
using BillingBot.Skills.Clarify;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Dispute;
using BillingBot.Skills.Feedback;
using BillingBot.Skills.Forms;
using BillingBot.Skills.Hours;
using BillingBot.Skills.Invoice;
using BillingBot.Skills.Offer;
using BillingBot.Skills.Person;
using BillingBot.Skills.Promise;
using BillingBot.Skills.RefundWindow;
using BillingBot.Skills.Reminders;
using BillingBot.Skills.Share;
using BillingBot.Skills.Unknown;
using BillingBot.Skills.Verify;
using BillingBot.Skills.Welcome;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills;

/// <summary>Registers what the bot can do. A new skill that articles name is one line here.</summary>
internal static class SkillsSetup
{
    private static readonly Dictionary<string, INumberReader> NumberReaders = new(StringComparer.Ordinal)
    {
        ["en"] = new EnglishNumberReader(),
        ["ja"] = new JapaneseNumberReader(),
    };

    public static IServiceCollection AddSkills(this IServiceCollection services) => services
        .AddSingleton<ISkill, HoursSkill>()
        .AddSingleton<ISkill, OfferSkill>()
        .AddSingleton<ISkill, PersonSkill>()
        .AddSingleton<ISkill, InvoiceSkill>()
        .AddSingleton<InvoiceFinder>()
        .AddSingleton<InvoiceRoutes>()
        .AddSingleton<InvoiceVocabulary>()
        .AddSingleton<InvoiceQuestionReader>()
        .AddSingleton<InvoicePlaces>()
        .AddSingleton<SaidPeriods>()
        .AddSingleton<SaidAmounts>()
        .AddSingleton<SaidProducts>()
        .AddSingleton<LookedForWords>()
        .AddSingleton<InvoiceSentences>()
        .AddSingleton<InvoiceButtons>()
        .AddSingleton<InvoiceCards>()
        .AddSingleton<InvoiceListCards>()
        .AddSingleton<InvoiceLineCards>()
        .AddSingleton<InvoicePaymentCards>()
        .AddSingleton<InvoiceTimeline>()
        .AddSingleton<ISkill, AmountSkill>()
        .AddSingleton<ISkill, CollectionsSkill>()
        .AddSingleton<ISkill, PromiseSkill>()
        .AddSingleton<ISkill, DisputeSkill>()
        .AddSingleton<ISkill, RemindersSkill>()
        .AddSingleton<CollectionsButtons>()
        .AddSingleton<CollectionsWords>()
        .AddSingleton<ConcernedInvoice>()
        .AddSingleton<PolicyCards>()
        .AddSingleton<OverdueCard>()
        .AddSingleton<PromisedDays>()
        .AddSingleton<PromiseReplies>()
        .AddSingleton<DisputeReason>()
        .AddSingleton<ReminderOffer>()
        .AddSingleton<AmountExplanation>()
        .AddSingleton<ContributionWords>()
        .AddSingleton<LineWords>()
        .AddSingleton<SaidMonths>()
        .AddSingleton<ISkill, RefundWindowSkill>()
        .AddSingleton<RefundQuestionReader>()
        .AddSingleton<RefundCard>()
        .AddSingleton<RefundRoutes>()
        .AddSingleton<VerifySkill>()
        .AddSingleton<ISkill, SignOutSkill>()
        .AddSingleton<ShareSkill>()
        .AddSingleton<ISkill>(provider => provider.GetRequiredService<ShareSkill>())
        .AddSingleton<ISkill>(provider => provider.GetRequiredService<VerifySkill>())
        .AddSingleton<OpenForms>()
        .AddSingleton<AnswerSkill>()
        .AddSingleton<ClarifySkill>()
        .AddSingleton<FeedbackSkill>()
        .AddSingleton<UnknownSkill>()
        .AddSingleton<WelcomeSkill>()
        .AddSingleton<ArticleButtons>()
        .AddSingleton<BillingWords>()
        .AddSingleton<OpenQuestions>()
        .AddSingleton<FollowUps>()
        .AddSingleton<SkillRouter>()
        .AddSingleton<IDateTimeRecognizer>(new DateTimeRecognizer(new Dictionary<string, ITimexExtractor>(StringComparer.Ordinal)
        {
            ["en"] = new EnglishTimexExtractor(),
            ["ja"] = new JapaneseTimexExtractor(),
        }))
        .AddSingleton<INumberRecognizer>(new NumberRecognizer(NumberReaders))
        .AddSingleton<ICurrencyRecognizer>(new CurrencyRecognizer(NumberReaders));
}
