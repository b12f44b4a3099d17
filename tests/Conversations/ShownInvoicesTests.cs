using BillingBot.Tests.Host;
using static BillingBot.Tests.Host.BotRepliesAssertions;

namespace BillingBot.Tests.Conversations;

/// <summary>What is asked about invoices that are on screen: the one before, the others; and one's invoices, all of them.</summary>
public sealed class ShownInvoicesTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private CustomerConversation Alex => shared.Bot.Conversation("msteams", TestUser.Alex);
    private CustomerConversation Mika => shared.Bot.Conversation("msteams", TestUser.Mika);

    [Theory]
    [InlineData("My invoices")]
    [InlineData("show me my invoices")]
    [InlineData("could you list our bills please")]
    public async Task Ones_invoices_are_listed(string words) => AssertSays(await Alex.CustomerSays(words), "You have", "INV-2026-0142", "INV-2026-0138");

    [Theory]
    [InlineData("請求書")]
    [InlineData("請求書を見せて")]
    [InlineData("うちの請求書を見たいのですが")]
    public async Task Ones_invoices_are_listed_in_japanese(string words) => AssertSays(await Mika.CustomerSays(words), "INV-2026-0141", "INV-2026-0133");

    [Theory]
    [InlineData("invoice")]
    [InlineData("where is my invoice")]
    [InlineData("how do I pay my invoices")]
    public async Task Other_words_about_invoices_are_no_wish_for_the_list(string words) =>
        Assert.DoesNotContain("INV-2026-0142", (await Alex.CustomerSays(words)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("and the one before?")]
    [InlineData("and the previous one?")]
    [InlineData("the invoice before that")]
    public async Task The_one_before_is_the_next_older_one(string words)
    {
        var chat = Alex;
        await chat.CustomerSays("what about INV-2026-0134");
        AssertSays(await chat.CustomerSays(words), "Invoice INV-2026-0130");
        AssertSays(await chat.CustomerSays("and the one before that?"), "Invoice INV-2026-0128");
        AssertSays(await chat.CustomerSays("its lines?"), "Lines of INV-2026-0128");
    }

    [Theory]
    [InlineData("June's invoice", "thanks, and the previous month?", "INV-2026-0102", "May 2026")]
    [InlineData("October's invoice", "and the month before?", "INV-2026-0134", "September 2026")]
    public async Task The_month_before_is_that_of_the_invoice_on_screen(string first, string then, string number, string month)
    {
        var chat = Alex;
        await chat.CustomerSays(first);
        var reply = await chat.CustomerSays(then);
        AssertSays(reply, number, month);
        Assert.DoesNotContain("INV-2026-0142", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_month_before_a_month_of_several_invoices_is_found_too()
    {
        var chat = Alex;
        await chat.CustomerSays("October's invoice");
        await chat.CustomerSays("and the previous month?");
        AssertSays(await chat.CustomerSays("and the month before that?"), "Invoice INV-2026-0126", "August 2026");
    }

    [Theory]
    [InlineData("その前は？", "INV-2026-0133")]
    [InlineData("一つ前の請求書は？", "INV-2026-0133")]
    [InlineData("先々月は？", "INV-2026-0133")]
    public async Task What_is_asked_after_last_month_s_invoice_in_japanese_is_an_invoice(string words, string number)
    {
        var chat = Mika;
        await chat.CustomerSays("先月の請求書の状況は？");
        AssertSays(await chat.CustomerSays(words), $"請求書 {number}");
    }

    [Theory]
    [InlineData("もう一つの方は？")]
    [InlineData("他の請求書は？")]
    public async Task The_other_one_of_two_is_the_one_that_was_not_shown(string words)
    {
        var chat = Mika;
        await chat.CustomerSays("未払いの請求書の一覧");
        AssertSays(await chat.CustomerSays("最初の請求書"), "請求書 INV-2026-0141");
        AssertSays(await chat.CustomerSays(words), "請求書 INV-2026-0133");
    }

    [Fact]
    public async Task The_others_are_the_rest_of_the_list()
    {
        var chat = Alex;
        await chat.CustomerSays("which invoices are unpaid");
        await chat.CustomerSays("the second one");
        var others = await chat.CustomerSays("and the others?");
        AssertSays(others, "7 invoices are unpaid", "INV-2026-0142", "INV-2026-0136");
        Assert.DoesNotContain("INV-2026-0138", others.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-2026-0134", others.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_list_the_others_are_what_it_left_out()
    {
        var chat = Alex;
        await chat.CustomerSays("which invoices are unpaid");
        var others = await chat.CustomerSays("what about the other invoices?");
        AssertSays(others, "none of them is unpaid", "INV-2026-0134");
        Assert.DoesNotContain("INV-2026-0142", others.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("and the one before?")]
    [InlineData("and the previous month?")]
    public async Task What_stands_before_a_stranger_s_invoice_is_out_of_reach(string words)
    {
        var chat = Alex;
        await chat.CustomerSays("INV-2026-0134");
        var reply = await chat.As(TestUser.Kim).CustomerSays(words);
        AssertSays(reply, "no earlier invoice");
        Assert.DoesNotContain("INV-2026-01", reply.Text, StringComparison.Ordinal);
    }
}
