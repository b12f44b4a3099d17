using System.Globalization;
using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>Who is not sure to be helped is offered staff; who does not want them is left alone.</summary>
public sealed class OfferedStaffTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);

    [Fact]
    public async Task Whoever_says_that_an_answer_is_not_what_they_asked_is_offered_staff_with_their_question()
    {
        var alex = Alex;
        await alex.CustomerSays("How do I pay by bank transfer?");
        var offered = await alex.CustomerSays("that's not what I asked");
        Assert.Contains("Shall I pass this on to our staff?", offered.Text, StringComparison.Ordinal);
        await alex.CustomerSays("yes");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal((CaseReason.NotHelped, "How do I pay by bank transfer?"), (known.Reason, known.Summary));
    }

    [Fact]
    public async Task Not_sure_twice_offers_staff_and_one_word_hands_over()
    {
        var alex = Alex;
        Assert.DoesNotContain("Shall I pass", (await alex.CustomerSays("how do I cook rice")).Text, StringComparison.Ordinal);
        var second = await alex.CustomerSays("how do I cook a rice pudding for six");
        Assert.Contains("Shall I pass this on to our staff?", second.Text, StringComparison.Ordinal);
        await alex.CustomerSays("yes");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal((CaseReason.NotSure, "how do I cook a rice pudding for six"), (known.Reason, known.Summary));
    }

    [Fact]
    public async Task Who_does_not_want_it_is_not_asked_at_every_turn()
    {
        var alex = Alex;
        await alex.CustomerSays("how do I cook rice");
        await alex.CustomerSays("how do I cook a rice pudding for six");
        Assert.Contains("All right", (await alex.CustomerSays("no thanks")).Text, StringComparison.Ordinal);
        var third = await alex.CustomerSays("how do I bake bread");
        Assert.DoesNotContain("Shall I pass", third.Text, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", third.Buttons);
        Assert.Null(await Bot.CaseAsync(alex));
    }

    [Fact]
    public async Task An_offer_lapses_when_something_else_is_asked()
    {
        var alex = Alex;
        await alex.CustomerSays("how do I cook rice");
        await alex.CustomerSays("how do I cook a rice pudding for six");
        Assert.DoesNotContain("Back to where we were", (await alex.CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("yes");
        Assert.Null(await Bot.CaseAsync(alex));
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("Talk to a person")]
    public async Task An_answer_that_did_not_help_is_handed_over_by_one_word_or_press(string words)
    {
        var alex = Alex;
        await alex.CustomerSays("What happens if I don't pay my invoice?");
        var no = await alex.CustomerSays("No, not really");
        Assert.Contains("Shall I pass this on to our staff?", no.Text, StringComparison.Ordinal);
        await alex.CustomerSays(words);
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal((CaseReason.NotHelped, "What happens if I don't pay my invoice?"), (known.Reason, known.Summary));
    }

    [Fact]
    public async Task A_recorded_dispute_is_a_case_for_staff_with_the_same_turn()
    {
        using var own = BotHost.Start();
        await own.OwesAsync(BillingBot.Tests.Billing.Collections.OverdueInvoice.Of("INV-2026-0139", "contoso", Desk.Today.PlusDays(-5)));
        var alex = own.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays("Dispute INV-2026-0139");
        var recorded = await alex.CustomerSays("we cancelled this in May");
        var known = (await own.CaseAsync(alex))!;
        Assert.Equal((CaseReason.Dispute, Classification.Commercial, "billing"), (known.Reason, known.Classification, known.Queue));
        Assert.Contains("INV-2026-0139", known.Summary, StringComparison.Ordinal);
        Assert.Contains("we cancelled this in May", known.Summary, StringComparison.Ordinal);
        Assert.Contains("I have recorded your dispute", recorded.Text, StringComparison.Ordinal);
        Assert.Contains(known.Id.ToString(CultureInfo.InvariantCulture), recorded.Text, StringComparison.Ordinal);
    }
}
