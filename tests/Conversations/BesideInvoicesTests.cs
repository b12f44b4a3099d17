using BillingBot.Tests.Host;
using static BillingBot.Tests.Host.BotRepliesAssertions;

namespace BillingBot.Tests.Conversations;

/// <summary>An invoice that is named beside another question takes nothing away from it.</summary>
public sealed class BesideInvoicesTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private CustomerConversation Alex => shared.Bot.Conversation("msteams", TestUser.Alex);
    private CustomerConversation Mika => shared.Bot.Conversation("msteams", TestUser.Mika);

    [Theory]
    [InlineData("We paid 0142 twice by mistake, by card and by bank transfer")]
    [InlineData("invoice 0999 was paid twice, how do we get the second payment back")]
    public async Task A_double_payment_is_no_question_for_the_status(string words) =>
        AssertSays(await Alex.CustomerSays(words), "Paid twice or too much");

    [Fact]
    public async Task A_double_payment_in_japanese_is_no_question_for_the_status() =>
        AssertSays(await Mika.CustomerSays("0142を誤って二重に振り込んでしまいました"), "二重");

    [Fact]
    public async Task A_wrong_address_is_no_dispute_of_the_amount() =>
        AssertSays(await Alex.CustomerSays("The address on invoice INV-2026-0142 is wrong, our company has moved"), "We correct it with a credit note");

    [Theory]
    [InlineData("My manager refuses to approve INV-2026-0136 because the total doesn't match the order", "dispute")]
    [InlineData("The boss is back on Monday and will release the transfer for INV-2026-0136 that day, you can count on it", "promise")]
    public async Task A_dispute_or_a_promise_is_more_than_a_question_for_the_status(string words, string expected) =>
        Assert.Contains(expected, (await Alex.CustomerSays(words)).Text, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("What is the status of INV-2026-0142? And when is your support open?", "USD 1,489.01 is due", "Mon–Fri")]
    [InlineData("When is your support open? And is INV-2026-0134 paid?", "Mon–Fri", "It is paid in full")]
    public async Task A_question_beside_one_for_an_invoice_is_answered_too(string words, params string[] answers) =>
        AssertSays(await Alex.CustomerSays(words), answers);

    [Theory]
    [InlineData("what did we pay for INV-2026-0134", "Payments for INV-2026-0134")]
    [InlineData("how much have we paid for INV-2026-0134", "Payments for INV-2026-0134")]
    public async Task What_was_paid_is_told_by_the_payments(string words, string answer) =>
        AssertSays(await Alex.CustomerSays(words), answer);

    [Fact]
    public async Task A_telephone_number_is_no_invoice() => Assert.DoesNotContain(
        "0000", (await Alex.CustomerSays("you can reach me at +44 20 7946 0000")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Will it rain in London on Sunday")]
    [InlineData("is the post office open on Saturday?")]
    public async Task A_day_alone_makes_no_question_for_our_hours(string words) =>
        Assert.DoesNotContain("Mon–Fri", (await Alex.CustomerSays(words)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("Invoice INV-2026-0126: seats went from 20 to 25 although we only asked for 3 more. Could you please check and send us a corrected invoice?", "INV-2026-0126")]
    [InlineData("please check INV-2026-0118 and send us a corrected invoice", "INV-2026-0118")]
    public async Task Who_asks_for_a_corrected_invoice_disputes_it_and_wants_no_copy(string words, string number) =>
        AssertSays(await Alex.CustomerSays(words), $"your dispute of **{number}**");

    [Fact]
    public async Task Who_asks_for_a_corrected_invoice_in_japanese_disputes_it() => AssertSays(
        await Mika.CustomerSays("INV-2026-0141の内容が違うので確認のうえ、訂正した請求書をお送りください"), "**INV-2026-0141**への異議");

    [Fact]
    public async Task A_copy_of_an_invoice_is_still_a_copy() =>
        AssertSays(await Alex.CustomerSays("please send us INV-2026-0134 again, we need a copy"), "We can send you any invoice again");

    [Fact]
    public async Task Seats_that_were_cancelled_make_no_cancelled_invoice()
    {
        var reply = await Alex.CustomerSays("I need a refund for INV-2026-0137 because the seats were cancelled");
        Assert.Contains("It is in dispute", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No. ", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what if I pay only part of it?")]
    [InlineData("suppose we transfer only a part")]
    public async Task A_part_of_the_payment_is_no_part_of_a_month(string words) =>
        Assert.DoesNotContain("part periods", string.Join('|', (await Alex.CustomerSays(words)).Buttons), StringComparison.Ordinal);

    [Theory]
    [InlineData("\U0001F44D")]
    [InlineData("\U0001F44D\U0001F3FD")]
    public async Task A_thumb_up_is_thanks(string words)
    {
        var chat = Alex;
        await chat.CustomerSays("INV-2026-0134");
        AssertSays(await chat.CustomerSays(words), "Glad to hear it");
    }

    [Theory]
    [InlineData("wo ist meine Rechnung?")]
    [InlineData("où est ma facture ?")]
    public async Task A_question_for_an_invoice_in_another_language_is_no_report_of_fraud(string words) =>
        Assert.DoesNotContain("Our account was hacked or misused", (await Alex.CustomerSays(words)).Buttons);
}
