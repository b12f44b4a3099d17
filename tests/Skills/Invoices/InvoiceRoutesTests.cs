using BillingBot.Conversation;
using BillingBot.Skills.Invoice;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Skills.Invoices;

/// <summary>What goes to the invoices without search, and what must not.</summary>
public sealed class InvoiceRoutesTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Theory]
    [InlineData("INV-2026-0142", "invoice-status")]
    [InlineData("Has invoice 10234 been settled?", "invoice-status")]
    [InlineData("Status of INV-2026-0142", "invoice-status")]
    [InlineData("Lines of INV-2026-0142", "invoice-lines")]
    [InlineData("Payments for INV-2026-0142", "invoice-payments")]
    [InlineData("Dispute INV-2026-0142", "dispute-invoice")]
    [InlineData("can you send me a copy of INV-2026-0142", "invoice-copy")]
    [InlineData("the 1,200 dollar one", "invoice-status")]
    [InlineData("unpaid Azure invoices from September", "invoice-status")]
    [InlineData("which invoices are unpaid", "invoice-status")]
    [InlineData("what's the status of my last invoice", "invoice-status")]
    [InlineData("is the september one paid?", "invoice-status")]
    [InlineData("9月分は支払い済みですか", "invoice-status")]
    [InlineData("12万円の請求書", "invoice-status")]
    [InlineData("INV-2026-0142の明細", "invoice-lines")]
    [InlineData("INV-2026-0142の入金状況", "invoice-payments")]
    [InlineData("先月の請求書の状況は？", "invoice-status")]
    [InlineData("how's the november invoice doing", "invoice-status")]
    [InlineData("11月の請求書どうなってる", "invoice-status")]
    [InlineData("10月の請求書はどうなりましたか", "invoice-status")]
    public async Task Words_that_name_an_invoice_lead_to_it(string words, string article) =>
        Assert.Equal(article, await RouteAsync(words));

    [Theory]
    [InlineData("What happens if I don't pay my invoice?")]
    [InlineData("overdue invoice")]
    [InlineData("our invoice is overdue")]
    [InlineData("how do I pay my invoice")]
    [InlineData("what is on an invoice")]
    [InlineData("Why is my Azure bill so high?")]
    [InlineData("when will the next invoice be sent")]
    [InlineData("Cost Management says 800 and you invoice 950")]
    [InlineData("I paid 1,200 dollars last week")]
    [InlineData("who gets our invoices")]
    [InlineData("hello")]
    [InlineData("2")]
    [InlineData("why is it so high?")]
    [InlineData("支払いが遅れるとどうなりますか")]
    [InlineData("請求書の見方を教えてください")]
    [InlineData("請求書はいつ届きますか")]
    [InlineData("Azureの請求はいつから")]
    public async Task The_rules_are_left_to_the_articles(string words) => Assert.Null(await RouteAsync(words));

    [Theory]
    [InlineData("why is it so high?", "invoice-status", "why-this-amount")]
    [InlineData("and its lines?", "invoice-lines")]
    [InlineData("is it paid?", "invoice-status")]
    [InlineData("only the overdue ones", "invoice-status")]
    [InlineData("and September?", "invoice-status")]
    [InlineData("all of them", "invoice-status")]
    [InlineData("2", "invoice-status")]
    [InlineData("the second one", "invoice-status")]
    [InlineData("明細は？", "invoice-lines")]
    [InlineData("9月分は？", "invoice-status")]
    public async Task After_an_invoice_short_words_go_on_about_it(string words, params string[] articles) => Assert.Contains(
        await RouteAsync(words, ConversationState.Empty with
        {
            LastArticleId = "invoice-status",
            LastInvoice = "INV-2026-0142",
            ListedInvoices = ["INV-2026-0142", "INV-2026-0138"],
        }),
        articles);

    [Theory]
    [InlineData("木曜の支払処理に入れるもの")]
    [InlineData("what goes into Thursday's payment run")]
    public async Task After_an_invoice_what_to_put_on_a_list_of_payments_is_no_promise(string words) => Assert.NotEqual(
        "promise-to-pay", await RouteAsync(words, ConversationState.Empty with { LastArticleId = "invoice-status", LastInvoice = "INV-2026-0142" }));

    [Theory]
    [InlineData("When is your support open?")]
    [InlineData("How do I cancel a licence subscription?")]
    [InlineData("What happens if I don't pay?")]
    [InlineData("thanks")]
    public async Task After_an_invoice_other_questions_stay_other_questions(string words) => Assert.Null(
        await RouteAsync(words, ConversationState.Empty with { LastArticleId = "invoice-status", LastInvoice = "INV-2026-0142" }));

    private async Task<string?> RouteAsync(string words, ConversationState? state = null) =>
        (await shared.Bot.Services.GetRequiredService<InvoiceRoutes>()
            .RouteAsync(AskedInvoices.Turn(AskedInvoices.Alex, words, state), TestContext.Current.CancellationToken))?.ArticleId;
}
