using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>Customers are led to a person, with the shortest way one question. Tuesday, 10:00 in Tokyo; staff are in.</summary>
public sealed class HandoffTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);
    private CustomerConversation Mika => Bot.Conversation("msteams", TestUser.Mika);

    [Fact]
    public async Task One_question_and_the_case_has_a_number_and_says_what_happens_next()
    {
        var alex = Alex;
        var asked = await alex.CustomerSays("talk to a person");
        Assert.Contains("What shall I tell our staff", asked.Text, StringComparison.Ordinal);
        var opened = await alex.CustomerSays("The price on our quote is not what we agreed");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Contains($"case number is **{known.Id}**", opened.Text, StringComparison.Ordinal);
        Assert.Contains("staff are in", opened.Text, StringComparison.Ordinal);
        Assert.Contains("here in this chat", opened.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("The price on our quote is not what we agreed", "contoso", "contoso-alex", CaseReason.AskedForPerson, CaseStatus.Waiting, "billing", "en"),
            (known.Summary, known.CustomerId, known.PersonId, known.Reason, known.Status, known.Queue, known.Language));
        Assert.Contains("@", known.Email!, StringComparison.Ordinal);
        Assert.Equal([CaseEventKind.Opened, CaseEventKind.Routed], (await Bot.EventsAsync(known.Id)).Select(happened => happened.Kind));
    }

    [Fact]
    public async Task In_Japanese_too()
    {
        var mika = Mika;
        Assert.Contains("ご用件をお聞かせください", (await mika.CustomerSays("担当者と話したい")).Text, StringComparison.Ordinal);
        var opened = await mika.CustomerSays("Azureの見積もりが合意した金額と違います。至急お願いします");
        var known = (await Bot.CaseAsync(mika))!;
        Assert.Contains($"お問い合わせ番号は **{known.Id}**", opened.Text, StringComparison.Ordinal);
        Assert.Equal((Product.Azure, Urgency.High, "ja"), (known.Product, known.Urgency, known.Language));
    }

    [Fact]
    public async Task What_was_asked_already_is_not_asked_again()
    {
        var alex = Alex;
        await alex.CustomerSays("Why is my Azure bill so high?");
        var asked = await alex.CustomerSays("I want to talk to a person");
        Assert.Contains("Shall I pass this on to our staff?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Why is my Azure bill so high?", asked.Text, StringComparison.Ordinal);
        await alex.CustomerSays("Yes, pass it on");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal(("Why is my Azure bill so high?", Product.Azure), (known.Summary, known.Product));
    }

    [Theory]
    [InlineData("I want to talk to a person: the price on our quote is wrong", "Shall I pass this on to our staff?")]
    [InlineData("talk to a person, the price on our quote is wrong", "Shall I pass this on to our staff?")]
    [InlineData("担当者と話したい。見積もりの金額が合意した金額と違います", "引き継いでよろしいですか")]
    [InlineData("talk to a person, please, as soon as you can", "What shall I tell our staff")]
    [InlineData("担当者と話したいです。よろしくお願いします。", "ご用件をお聞かせください")]
    public async Task What_is_said_with_the_request_is_not_asked_again(string words, string answer)
    {
        var alex = Alex;
        var asked = await alex.CustomerSays(words);
        Assert.Contains(answer, asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_says_why_needs_one_press()
    {
        var alex = Alex;
        var asked = await alex.CustomerSays("Can I speak to someone about our Dynamics quote? It is urgent");
        Assert.Contains("Dynamics quote", asked.Text, StringComparison.Ordinal);
        Assert.Contains("It is not urgent", asked.Buttons);
        await alex.CustomerSays("ok");
        var known = (await Bot.CaseAsync(alex))!;
        Assert.Equal((Product.Dynamics365, Urgency.High), (known.Product, known.Urgency));
    }

    [Theory]
    [InlineData("our Teams is down for everyone, get me a human now", "Teams is down")]
    [InlineData("I need someone to explain this bill", "explain this bill")]
    [InlineData("Teamsが使えません。人と話したい", "Teamsが使えません")]
    public async Task So_does_one_that_tells_of_the_trouble_beside_it(string words, string about)
    {
        var asked = await Alex.CustomerSays(words);
        Assert.Contains(about, asked.Text, StringComparison.Ordinal);
        Assert.Contains(asked.Buttons, label => label is "Yes, pass it on" or "はい、引き継いでください");
    }
}
