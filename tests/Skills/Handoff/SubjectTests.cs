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

    [Theory]
    [InlineData("talk to a person", "actually never mind, I found it", "nothing was")]
    [InlineData("talk to a person", "I found it myself, thanks", "nothing was")]
    [InlineData("talk to a person", "we don't need a person any more", "nothing was")]
    [InlineData("talk to a person", "on second thought, forget it", "nothing was")]
    [InlineData("担当者と話す", "取り消します", "承知しました")]
    [InlineData("担当者と話す", "取り消してください", "承知しました")]
    [InlineData("担当者と話す", "キャンセルします", "承知しました")]
    [InlineData("担当者と話す", "キャンセルでお願いします", "承知しました")]
    [InlineData("担当者と話す", "やっぱりいいです", "承知しました")]
    [InlineData("担当者と話す", "やめておきます", "承知しました")]
    [InlineData("担当者と話す", "もういいです", "承知しました")]
    [InlineData("担当者と話す", "自己解決しましたので、大丈夫です。ありがとうございます", "承知しました")]
    [InlineData("担当者と話す", "解決しました", "承知しました")]
    public async Task Whoever_takes_it_back_politely_has_no_case(string request, string back, string said)
    {
        var mika = shared.Bot.Conversation("msteams", TestUser.Mika);
        await mika.CustomerSays(request);
        Assert.Contains(said, (await mika.CustomerSays(back)).Text, StringComparison.Ordinal);
        Assert.Null(await shared.Bot.CaseAsync(mika));
    }

    [Theory]
    [InlineData("talk to a person", "why?", "So that it goes to the right colleague", "Our VAT number is printed wrong")]
    [InlineData("talk to a person", "why do you need to know that?", "So that it goes to the right colleague", "Our VAT number is printed wrong")]
    [InlineData("talk to a person", "What should I say?", "So that it goes to the right colleague", "Why was our VAT number printed wrong?")]
    [InlineData("担当者と話す", "なぜですか？", "適任の担当者", "登録番号の印字が違います")]
    [InlineData("担当者と話す", "どうして必要なんですか", "適任の担当者", "なぜ登録番号の印字が違うのですか")]
    public async Task A_question_word_alone_is_no_subject_and_is_told_why_it_is_asked(string request, string question, string because, string about)
    {
        var alex = shared.Bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays(request);
        Assert.Contains(because, (await alex.CustomerSays(question)).Text, StringComparison.Ordinal);
        Assert.Null(await shared.Bot.CaseAsync(alex));
        await alex.CustomerSays(about);
        Assert.Equal(about, (await shared.Bot.CaseAsync(alex))?.Summary);
    }

    [Theory]
    [InlineData("why?")]
    [InlineData("what?")]
    [InlineData("when")]
    public async Task A_question_word_alone_does_not_pass_on_what_is_still_to_be_confirmed(string question)
    {
        var alex = shared.Bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays("How can I pay by bank transfer?");
        await alex.CustomerSays("talk to a person");
        Assert.Contains("Shall I pass this on", (await alex.CustomerSays(question)).Text, StringComparison.Ordinal);
        Assert.Null(await shared.Bot.CaseAsync(alex));
    }

    [Theory]
    [InlineData("talk to a person", "When is your support open?", "Back to where we were: What shall I tell our staff it is about?")]
    [InlineData("担当者と話す", "営業時間を教えてください", "先ほどの続きです。担当者にお伝えするご用件をお聞かせください。")]
    public async Task The_question_is_put_again_without_the_courtesy_that_opened_it(string request, string aside, string again)
    {
        var alex = shared.Bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays(request);
        Assert.Contains(again, (await alex.CustomerSays(aside)).Text, StringComparison.Ordinal);
    }
}
