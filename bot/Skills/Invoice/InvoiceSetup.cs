using BillingBot.Skills.Promise;

namespace BillingBot.Skills.Invoice;

/// <summary>Registers what tells where invoices stand.</summary>
internal static class InvoiceSetup
{
    public static IServiceCollection AddInvoices(this IServiceCollection services) => services
        .AddSingleton<ISkill, InvoiceSkill>()
        .AddSingleton<InvoiceFinder>()
        .AddSingleton<InvoiceRoutes>()
        .AddSingleton<PromiseRoutes>()
        .AddSingleton<PromiseRecall>()
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
        .AddSingleton<InvoicePaymentCards>();
}
