using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Conversations;

/// <summary>What customers say in passing must not be taken for what it is not. On Tuesday 24 November 2026.</summary>
public sealed class AnnoyedCustomerTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);
    private CustomerConversation Mika => Bot.Conversation("msteams", TestUser.Mika);

    [Theory]
    [InlineData("nevermind")]
    [InlineData("ok never mind, thanks")]
    [InlineData("no")]
    [InlineData("thanks")]
    [InlineData("Talk to a person")]
    [InlineData("Lines of INV-2026-0130")]
    [InlineData("show me the lines")]
    [InlineData("which invoices are unpaid")]
    public async Task Nothing_but_a_reason_is_recorded_as_a_dispute(string aside)
    {
        var alex = Alex;
        await alex.CustomerSays("Dispute INV-2026-0130");
        Assert.DoesNotContain("recorded", (await alex.CustomerSays(aside)).Text, StringComparison.Ordinal);
        Assert.False(await Bot.ReadAsync(db => db.Invoices.AnyAsync(invoice => invoice.Number == "INV-2026-0130" && invoice.Disputes.Count > 0)));
    }

    [Theory]
    [InlineData("やっぱりいいです")]
    [InlineData("キャンセルします")]
    [InlineData("ありがとうございます")]
    [InlineData("担当者と話す")]
    public async Task Nor_in_Japanese(string aside)
    {
        var mika = Mika;
        await mika.CustomerSays("INV-2026-0133に異議を申し立てる");
        Assert.DoesNotContain("記録し", (await mika.CustomerSays(aside)).Text, StringComparison.Ordinal);
        Assert.False(await Bot.ReadAsync(db => db.Invoices.AnyAsync(invoice => invoice.Number == "INV-2026-0133" && invoice.Disputes.Count > 0)));
    }

    [Theory]
    [InlineData("昨日の試合どっちが勝った", false)]
    [InlineData("土曜日は？", true)]
    [InlineData("明日は？", true)]
    public async Task A_date_alone_asks_for_the_hours_and_a_date_in_another_question_does_not(string words, bool areHours) =>
        Assert.Equal(areHours, (await Mika.CustomerSays(words)).Text.Contains("受付", StringComparison.Ordinal));

    [Fact]
    public async Task A_promise_is_for_the_invoice_that_was_named_not_for_the_one_spoken_of_before()
    {
        var mika = Mika;
        await mika.CustomerSays("INV-2026-0133");
        var reply = await mika.CustomerSays("0141は12月10日に払います");
        Assert.Contains("INV-2026-0141", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-2026-0133", reply.Text, StringComparison.Ordinal);
        Assert.Contains("見つかりませんでした", (await mika.CustomerSays("0199は12月10日に払います")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INV-2026-0136", "pay it on Friday")]
    [InlineData("INV-2026-0130", "next Friday")]
    public async Task The_day_of_payment_may_be_told_as_the_bot_invites_to(string number, string day)
    {
        var alex = Alex;
        Assert.Contains("tell me the day you will pay", (await alex.CustomerSays(number)).Text, StringComparison.Ordinal);
        Assert.Contains($"recorded your promise: **{number}**", (await alex.CustomerSays(day)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0122", "INV-2026-0122")]
    [InlineData("the third one", "INV-2026-0128")]
    public async Task An_invoice_that_is_asked_for_may_be_told_shortly(string choice, string number)
    {
        var alex = Alex;
        var asked = await alex.CustomerSays("I will pay on Friday");
        Assert.Equal("Promise to pay INV-2026-0122", asked.Buttons[1]);
        Assert.Contains($"recorded your promise: **{number}**", (await alex.CustomerSays(choice)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1200", "Invoice INV-2026-0136")]
    [InlineData("0142 status please", "Invoice INV-2026-0142")]
    [InlineData("invoice 138 status", "Invoice INV-2026-0138")]
    [InlineData("why is 0134 so expensive", "INV-2026-0134, September 2026")]
    [InlineData("unpayed invioces", "8 invoices are unpaid")]
    [InlineData("how many invoices do I have", "You have 22 invoices; 8 are unpaid.")]
    [InlineData("invoices over 1,500 dollars", "Invoice INV-2026-0138")]
    [InlineData("which invoices are under 100 dollars?", "2 invoices")]
    public async Task Short_and_careless_words_find_the_invoice(string said, string found) =>
        Assert.Contains(found, (await Alex.CustomerSays(said)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task This_one_is_disputed_by_not_agreeing()
    {
        var alex = Alex;
        await alex.CustomerSays("INV-2026-0134");
        Assert.Contains("What is wrong with INV-2026-0134?", (await alex.CustomerSays("I don't agree with this one")).Text, StringComparison.Ordinal);
        var mika = Mika;
        await mika.CustomerSays("INV-2026-0133");
        await mika.CustomerSays("ありがとう");
        Assert.Contains("INV-2026-0133のどこに誤りがありますか", (await mika.CustomerSays("この請求書に納得できません")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_dispute_is_told_so_first()
    {
        var reply = await Bot.Conversation("msteams", TestUser.Sam).CustomerSays("I want to dispute INV-2026-0137");
        Assert.StartsWith("Only a billing contact", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_clock_stands_still_the_steps_stay_in_their_order()
    {
        var text = (await Alex.CustomerSays("INV-2026-0137")).Text;
        Assert.True(text.IndexOf("may be suspended", StringComparison.Ordinal) < text.IndexOf("may be deleted", StringComparison.Ordinal));
        Assert.True(text.IndexOf("may be reduced", StringComparison.Ordinal) < text.IndexOf("may be deleted", StringComparison.Ordinal));
    }
}
