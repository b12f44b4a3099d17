using BillingBot.Tests.Host;

namespace BillingBot.Tests.Skills.RefundWindow;

/// <summary>
/// "Can I still cancel?" on Tuesday 24 November 2026, 01:00 UTC, with what the demo customers have bought: Power BI on
/// 21 November, Windows Server on the 14th, an app on the 23rd, each at 09:30 UTC; Business Premium on 24 March.
/// </summary>
public sealed class RefundWindowConversationTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Theory]
    [InlineData("can we still cancel our Power BI subscription", "Yes, until Fri 27 Nov, 23:59 UTC: 3 days 23 hours left.")]
    [InlineData("can I still return Windows Server bought two weeks ago", "do not agree")]
    [InlineData("can I still return Windows Server", "Yes, until Sun 13 Dec, 23:59 UTC: 19 days 23 hours left.")]
    [InlineData("can I still cancel Tailspin Backup for Microsoft 365", "Yes, until Thu 26 Nov, 09:30 UTC: 2 days 8 hours left.")]
    [InlineData("can I still cancel Microsoft 365 Business Premium?", "No, the time ended on Mon 30 Mar, 23:59 UTC.")]
    [InlineData("can we still cancel our Visio subscription", "do not say whether this subscription is on the new commerce or the legacy platform")]
    public async Task A_subscription_on_record_is_reckoned_from_the_record(string question, string answer) =>
        Assert.Contains(answer, (await shared.Bot.Conversation(user: TestUser.Alex).CustomerSays(question)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task The_card_says_rule_start_end_in_both_clocks_and_what_is_given_back()
    {
        var text = (await shared.Bot.Conversation(user: TestUser.Alex).CustomerSays("can we still cancel our Power BI subscription")).Text;
        Assert.Contains("Within 7 calendar days of purchase or renewal", text, StringComparison.Ordinal);
        Assert.Contains("Sat 21 Nov, 09:30 UTC, on our record", text, StringComparison.Ordinal);
        Assert.Contains("Ends (Europe/London)", text, StringComparison.Ordinal);
        Assert.Contains("The unused days, by the day", text, StringComparison.Ordinal);
        Assert.Contains("Days are counted in UTC", text, StringComparison.Ordinal);
        Assert.Contains("New commerce cancellation policy", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_end_the_renewal_is_named() => Assert.Contains(
        "After the renewal on Wed 24 Mar 2027",
        (await shared.Bot.Conversation(user: TestUser.Alex).CustomerSays("can I still cancel Microsoft 365 Business Premium?")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_legacy_subscription_can_be_cancelled_at_any_time()
    {
        // Bought 24 September 2025; its first month ended with 23 October.
        var reply = await shared.Bot.Conversation(user: TestUser.Kim).CustomerSays("can I still cancel Office 365 E1?");
        Assert.Contains("Yes, at any time. The first month ended on Thu 23 Oct 2025, 23:59 UTC", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_subscription_is_not_known()
    {
        var reply = await shared.Bot.Conversation(user: TestUser.Kim).CustomerSays("can we still cancel our Power BI subscription");
        Assert.DoesNotContain("27 Nov", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("on our record", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_asked_for_product_and_day_and_answered_from_their_words()
    {
        var guest = shared.Bot.Conversation();
        var asked = await guest.CustomerSays("when does my window end");
        Assert.Contains("What would you like to give back?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("When was it bought", (await guest.CustomerSays("A licence such as Microsoft 365 or Dynamics 365")).Text, StringComparison.Ordinal);

        // A guest's day is taken in the partner's zone: 20 November in Tokyo begins on the 19th in UTC.
        var answer = await guest.CustomerSays("20 November");
        Assert.Contains("Yes, until Wed 25 Nov, 23:59 UTC: 1 day 23 hours left.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("I do not know your time zone", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_question_is_answered_and_the_form_goes_on()
    {
        var guest = shared.Bot.Conversation();
        await guest.CustomerSays("when does my window end");
        Assert.Contains("What would you like to give back?", (await guest.CustomerSays("What are your opening hours?")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What would you like", (await guest.CustomerSays("cancel")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_date_does_not_tell_the_platform_so_it_is_asked_for()
    {
        var guest = shared.Bot.Conversation();
        var asked = await guest.CustomerSays("I bought my licence on 20 November 2025, until when can I cancel?");
        Assert.Contains("new commerce platform or on the legacy one", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Without the platform I cannot tell", (await guest.CustomerSays("I am not sure")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_on_an_article_brings_its_product_along()
    {
        var guest = shared.Bot.Conversation();
        var article = await guest.CustomerSays("Cancelling a marketplace SaaS product (new commerce)");
        var button = Assert.Single(article.Buttons, label => label == "When does my time to cancel end?");
        Assert.Contains("Hours count here", (await guest.CustomerSays(button)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Microsoft 365 E3はまだ解約できますか", "期限は1月30日(金) 23:59 UTCに終了しました。")]
    [InlineData("Azureはまだ解約できますか", "Azure には解約の期限がなく")]
    public async Task In_Japanese(string question, string answer) =>
        Assert.Contains(answer, (await shared.Bot.Conversation(user: TestUser.Mika).CustomerSays(question)).Text, StringComparison.Ordinal);
}
