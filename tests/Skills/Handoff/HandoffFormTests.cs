using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>On the way to a case: corrections, side questions, a way out, and no question twice.</summary>
public sealed class HandoffFormTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);

    [Fact]
    public async Task Corrections_back_and_side_questions_work()
    {
        var alex = Alex;
        await alex.CustomerSays("Why is my Azure bill so high?");
        await alex.CustomerSays("talk to a person");
        Assert.Contains("urgent", (await alex.CustomerSays("It is urgent")).Text, StringComparison.Ordinal);
        Assert.Contains("not urgent", (await alex.CustomerSays("not urgent")).Text, StringComparison.Ordinal);
        Assert.Contains("Microsoft 365", (await alex.CustomerSays("no, Microsoft 365")).Text, StringComparison.Ordinal);
        var aside = await alex.CustomerSays("When is your support open?");
        Assert.Contains("Mon–Fri", aside.Text, StringComparison.Ordinal);
        Assert.Contains("Back to where we were", aside.Text, StringComparison.Ordinal);
        Assert.Contains("Yes, pass it on", aside.Buttons);
        Assert.Contains("What shall I tell our staff", (await alex.CustomerSays("back")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("the invoice is sent to the wrong department");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal(("the invoice is sent to the wrong department", Product.Microsoft365, Urgency.Low), (known.Summary, known.Product, known.Urgency));
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("never mind")]
    [InlineData("back")]
    public async Task Who_leaves_the_form_has_no_case(string words)
    {
        var alex = Alex;
        await alex.CustomerSays("talk to a person");
        await alex.CustomerSays(words);
        Assert.Null(await Bot.CaseAsync(alex));
        Assert.Contains("Mon–Fri", (await alex.CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_repeats_the_wish_is_not_asked_for_ever()
    {
        var alex = Alex;
        await alex.CustomerSays("agent");
        await alex.CustomerSays("JUST GET ME A HUMAN NOW");
        Assert.NotNull(await Bot.CaseAsync(alex));
    }

    [Fact]
    public async Task Whoever_goes_on_telling_at_the_last_question_is_not_asked_again()
    {
        var alex = Alex;
        await alex.CustomerSays("your bills are rubbish again");
        await alex.CustomerSays("get me a human");
        await alex.CustomerSays("Bob signed quote Q-77-B at another price");
        Assert.Contains("Q-77-B", (await Bot.CaseAsync(alex))!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_fraud_ends_the_form_that_was_open()
    {
        var alex = Alex;
        await alex.CustomerSays("Why is my Azure bill so high?");
        await alex.CustomerSays("talk to a person");
        var fraud = await alex.CustomerSays("our account was hacked");
        Assert.DoesNotContain("Back to where we were", fraud.Text, StringComparison.Ordinal);
        Assert.Equal(Classification.Fraud, (await Bot.CaseAsync(alex))!.Classification);
    }

    [Theory]
    [InlineData("talk to a person", "yes", "What shall I tell our staff")]
    [InlineData("担当者と話す", "はい", "ご用件をお聞かせください")]
    public async Task A_bare_yes_is_no_subject(string request, string yes, string expected)
    {
        var alex = Alex;
        await alex.CustomerSays(request);
        Assert.Contains(expected, (await alex.CustomerSays(yes)).Text, StringComparison.Ordinal);
        Assert.Null(await Bot.CaseAsync(alex));
    }
}
