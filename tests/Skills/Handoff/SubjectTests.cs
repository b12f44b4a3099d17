using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>Whoever asked for a person and is asked what it is about is handed over with that, be it something an article answers.</summary>
public sealed class SubjectTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Theory]
    [InlineData("talk to a person", "Your support hours are not what our contract says")]
    [InlineData("talk to a person", "The support price you charge is too high")]
    [InlineData("talk to a person", "We want to cancel our subscription")]
    [InlineData("I want to speak to a human", "How can I pay by bank transfer?")]
    [InlineData("担当者と話す", "サポートの営業時間が契約と違います")]
    [InlineData("担当者と話す", "サブスクリプションを解約したい")]
    public async Task What_it_is_about_goes_to_staff(string request, string about)
    {
        var alex = shared.Bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays(request);
        await alex.CustomerSays(about);
        Assert.Equal((about, CaseReason.AskedForPerson), await shared.Bot.CaseAsync(alex) is { } opened ? (opened.Summary, opened.Reason) : default);
    }

    [Theory]
    [InlineData("talk to a person", "When is your support open?", "Mon–Fri")]
    [InlineData("担当者と話す", "営業時間を教えてください", "月～金曜日")]
    public async Task A_question_about_the_desk_is_answered_in_between(string request, string question, string answer)
    {
        var alex = shared.Bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays(request);
        Assert.Contains(answer, (await alex.CustomerSays(question)).Text, StringComparison.Ordinal);
        Assert.Null(await shared.Bot.CaseAsync(alex));
    }
}
