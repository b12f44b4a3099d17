namespace BillingBot.Tests.WebChat;

/// <summary>What a billing contact sees of their invoices, in a real browser.</summary>
public sealed class BillingCardTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    [Theory]
    [InlineData("en-GB", "contoso-alex", "Which invoices are unpaid?", "INV-2026-0136", "USD 1,200.00 was due on", 1280)]
    [InlineData("ja-JP", "adventure-mika", "未払いはありますか", "INV-2026-0133", "50,000円", 360)]
    public async Task A_row_of_the_list_opens_its_invoice_and_axe_finds_nothing_serious(
        string locale, string person, string question, string row, string seenInInvoiceOnly, int width)
    {
        await using var chat = await browser.OpenAsync(locale, width, prepare: page => ChatAs.Person(page, person));
        await chat.SayAsync(question);
        await chat.History.GetByText(row, new() { Exact = true }).First.ClickAsync();
        await chat.SeesAsync(seenInInvoiceOnly);

        await chat.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_guest_gets_a_code_from_the_mailbox_and_sees_the_invoice()
    {
        await using var chat = await browser.OpenAsync();
        await chat.SayAsync("What is the status of invoice INV-2026-0136?");
        await chat.SayAsync("contoso-alex@example.com");
        await chat.SeesAsync("If this address");
        var mailbox = await browser.OpenPageAsync("/mailbox");
        await chat.SayAsync(ChatAs.CodeIn(await mailbox.Locator("body").InnerTextAsync()));
        await chat.SeesAsync("USD 1,200.00");
    }
}
