using BillingBot.Tests.Host;

namespace BillingBot.Tests.Skills.Amount;

/// <summary>
/// "Why this amount?" with the demo customers on 24 November 2026. By hand, August: 550.00 + 197.00 + 744 h x 0.222 =
/// 165.17 + 1,327.5 GB x 0.0196 = 26.02 + 27.00 = 965.19, tax 193.03, total 1,158.22. September is 1,427.53.
/// </summary>
public sealed class AmountConversationTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private static readonly TestUser Sam = new("user-id-1", "Sam Carter", TestUser.Alex.TenantId, "00000000-0000-0000-0000-0000000000021");

    [Theory]
    [InlineData("why is September higher than August")]
    [InlineData("Why was September higher than August?")]
    [InlineData("explain the difference between August and September")]
    public async Task Two_months_are_compared_whichever_is_said_first(string question)
    {
        var reply = await Alex().CustomerSays(question);
        Assert.Contains("USD 269.31 more than August 2026: use of Virtual Machines, D4s v5 went up from 744 to 1,440 (+USD 154.51).", reply.Text, StringComparison.Ordinal);
        Assert.Contains("USD 1,427.53", reply.Text, StringComparison.Ordinal);
        Assert.Contains("USD 1,158.22", reply.Text, StringComparison.Ordinal);
        Assert.Contains("+USD 44.89", reply.Text, StringComparison.Ordinal);
        Assert.Contains("-25 seats × USD 22.00 × 19 of 30 days = USD -348.33", reply.Text, StringComparison.Ordinal);
        Assert.Contains("30 seats × USD 22.00 × 19 of 30 days = USD 418.00", reply.Text, StringComparison.Ordinal);
    }

    // October: seats 660.00, reservation 197.00, 1,488 h x 0.222 = 330.34, 1,352 GB x 0.0196 = 26.50, 27.00: 1,240.84,
    // tax 132.00 + 39.40 + 66.07 + 5.30 + 5.40 = 248.17, total 1,489.01; 61.48 more.
    [Theory]
    [InlineData("why is my bill so high this month")]
    [InlineData("why is my invoice higher than September")]
    [InlineData("why is October higher than September")]
    public async Task The_newest_invoice_is_compared_with_the_one_before(string question)
    {
        var reply = await Alex().CustomerSays(question);
        Assert.Contains("USD 61.48 more than September 2026: the 5 seats of Microsoft 365 Business Premium added on Sat 12 Sep are charged for the whole period now (+USD 40.33).", reply.Text, StringComparison.Ordinal);
    }

    // September: 90,000 + 19,091, tax 10,909 = 120,000. October: 90,000 + 1,600 h x 14 = 22,400, tax 11,240 = 123,640.
    [Theory]
    [InlineData("なぜ10月は9月より高いのですか")]
    [InlineData("今月の請求書はなぜこんなに高いのですか")]
    public async Task In_Japanese_with_yen_without_decimals(string question)
    {
        var reply = await shared.Bot.Conversation(user: TestUser.Mika).CustomerSays(question);
        Assert.Contains("2026年9月分より3,640円高くなっています", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Virtual Machines, B2msの利用量が1,364から1,600に増加", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(".00", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_amounts_sees_what_changed_without_any()
    {
        var reply = await shared.Bot.Conversation(user: Sam).CustomerSays("why is September higher than August");
        Assert.Contains("5 seats of Microsoft 365 Business Premium were added on Sat 12 Sep", reply.Text, StringComparison.Ordinal);
        Assert.Contains("billing contacts", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("USD", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("69.67", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_led_to_say_who_they_are()
    {
        var reply = await shared.Bot.Conversation().CustomerSays("why is September higher than August");
        Assert.DoesNotContain("USD", reply.Text, StringComparison.Ordinal);
        Assert.Contains("recognise", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_without_an_invoice_is_said_to_have_none()
    {
        var reply = await Alex().CustomerSays("why is January 2024 higher than December 2023");
        Assert.Contains("found none", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("USD", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("why is September higher than August")]
    [InlineData("explain this invoice")]
    public async Task Another_customer_sees_their_own_figures_only(string question)
    {
        var reply = await shared.Bot.Conversation(user: TestUser.Kim).CustomerSays(question);
        Assert.DoesNotContain("1,427.53", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Business Premium", reply.Text, StringComparison.Ordinal);
        Assert.Contains("The same as", reply.Text, StringComparison.Ordinal);
    }

    private CustomerConversation Alex() => shared.Bot.Conversation(user: TestUser.Alex);
}
