using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Skills.Handoff;

/// <summary>Fraud and compromised accounts go to staff with the very words that tell of them.</summary>
public sealed class SecurityReportTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Theory]
    [InlineData("my account was hacked")]
    [InlineData("Our tenant has been compromised!")]
    [InlineData("we got hacked last night")]
    [InlineData("We were hacked. Do we have to pay?")]
    [InlineData("unknown charges, fraud")]
    [InlineData("There are unknown charges on our bill, I think this is fraud")]
    [InlineData("someone broke into our account")]
    [InlineData("somebody is using our Azure without permission, someone logged in to our tenant")]
    [InlineData("fraudulent charges on our invoice")]
    [InlineData("unauthorized purchases")]
    [InlineData("suspicious sign-ins from abroad")]
    [InlineData("somebody signed in from abroad and bought 50 VMs")]
    [InlineData("our admin password was stolen")]
    [InlineData("I want to report fraud")]
    [InlineData("ransomware attack on our servers")]
    [InlineData("hackers are mining on our virtual machines")]
    [InlineData("アカウントが乗っ取られました")]
    [InlineData("海外から誰かがサインインして仮想マシンを50台購入しました")]
    [InlineData("海外からのサインインがありました")]
    [InlineData("不正利用")]
    [InlineData("不正利用されているようです")]
    [InlineData("乗っ取りの疑いがあります")]
    [InlineData("不正アクセスがありました")]
    [InlineData("ハッキングされました")]
    [InlineData("テナントに侵入された")]
    [InlineData("身に覚えのない仮想マシンが動いています")]
    [InlineData("パスワードが盗まれました")]
    [InlineData("ランサムウェアに感染した")]
    [InlineData("詐欺！")]
    [InlineData("これは詐欺です")]
    public async Task A_report_opens_an_urgent_case_in_the_same_turn(string words)
    {
        var chat = shared.Bot.Conversation("emulator");
        var reply = await chat.CustomerSays(words);
        var opened = await shared.Bot.CaseAsync(chat);
        Assert.NotNull(opened);
        Assert.Equal((Classification.Fraud, Urgency.High, CaseReason.Security, "security"), (opened.Classification, opened.Urgency, opened.Reason, opened.Queue));
        Assert.Equal(words, opened.Summary);
        Assert.Contains(opened.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What happens if my account is hacked?")]
    [InlineData("How do I protect our tenant against fraud?")]
    [InlineData("do you offer fraud protection")]
    [InlineData("fraud credit from Microsoft after an attack")]
    [InlineData("Do we have to pay for what a hacker used?")]
    [InlineData("unknown charge on my invoice")]
    [InlineData("I don't recognise this charge")]
    [InlineData("Jane left the company, I have taken over")]
    [InlineData("不正利用された場合はどうなりますか")]
    [InlineData("海外からのサインインができません")]
    [InlineData("不正アクセスを防ぐ方法を教えて")]
    [InlineData("乗っ取られたらどうなりますか")]
    [InlineData("知らない会社から請求書が届きました。詐欺？")]
    [InlineData("覚えのない請求書が来ました。詐欺ですか？")]
    [InlineData("請求書0142、これは詐欺ですか")]
    [InlineData("I got an invoice from a company I don't know. Fraud?")]
    public async Task A_question_about_it_opens_none(string words)
    {
        var chat = shared.Bot.Conversation("emulator");
        await chat.CustomerSays(words);
        Assert.Null(await shared.Bot.CaseAsync(chat));
    }

    [Theory]
    [InlineData("talk to a person", "somebody signed in from abroad and bought 50 VMs")]
    [InlineData("担当者と話す", "海外から誰かがサインインして仮想マシンを50台購入しました")]
    public async Task What_is_told_only_when_asked_for_the_subject_is_a_report_too(string request, string words)
    {
        var chat = shared.Bot.Conversation("msteams", TestUser.Alex);
        await chat.CustomerSays(request);
        await chat.CustomerSays(words);
        var opened = (await shared.Bot.CaseAsync(chat))!;
        Assert.Equal((Classification.Fraud, Urgency.High, "security"), (opened.Classification, opened.Urgency, opened.Queue));
    }

    [Fact]
    public async Task What_to_do_first_is_said_with_the_number_and_is_followed_by_one_yes_where_it_was_only_asked_about()
    {
        var told = await shared.Bot.Conversation("emulator").CustomerSays("our azure got hacked");
        Assert.Contains("change the passwords", told.Text, StringComparison.Ordinal);
        var chat = shared.Bot.Conversation("emulator");
        var asked = await chat.CustomerSays("Do we have to pay for what a hacker used?");
        Assert.Contains("Shall I pass this on", asked.Text, StringComparison.Ordinal);
        await chat.CustomerSays("yes");
        Assert.Equal(Classification.Fraud, (await shared.Bot.CaseAsync(chat))!.Classification);
    }
}
