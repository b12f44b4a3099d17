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
}
