using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.EntityFrameworkCore;
using static BillingBot.Tests.Skills.OwnCases.CaseWords;

namespace BillingBot.Tests.Skills.OwnCases;

/// <summary>A case that is not needed any more is withdrawn by who opened it, and by nothing that only sounds like it.</summary>
public class WithdrawalWordsTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);

    [Fact]
    public async Task A_waiting_case_is_withdrawn_and_reopened_by_its_buttons_and_its_context_ends()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        var withdrawn = await alex.CustomerSays($"Withdraw case {known.Id}");
        Assert.Contains("I have withdrawn your case", withdrawn.Text, StringComparison.Ordinal);
        Assert.Equal(Resolution.Withdrawn, (await Bot.CaseAsync(alex))!.Resolution);
        Assert.Contains("What shall I tell our staff", (await alex.CustomerSays("talk to a person")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("cancel");
        Assert.Contains("I have reopened your case", (await alex.CustomerSays(withdrawn.Buttons[0])).Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Waiting, (await Bot.CaseAsync(alex))!.Status);
        Assert.Contains("added that", (await alex.CustomerSays("Q-77-B is signed by Bob")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_ordered_in_a_case_is_no_case_to_withdraw()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        var stranger = await alex.CustomerSays("Cancel the order in ticket 987654");
        Assert.Contains("987654", stranger.Text, StringComparison.Ordinal);
        await alex.CustomerSays($"Cancel the order in ticket {known.Id}");
        Assert.Equal(CaseStatus.Waiting, (await Bot.CaseAsync(alex))!.Status);
    }

    [Theory]
    [InlineData("チケット{0}に書いたものを取り消してください")]
    [InlineData("ケース{0}の中のお願いをキャンセルしたい")]
    public async Task What_is_asked_for_within_a_case_is_no_case_to_withdraw_in_Japanese_either(string words)
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        var stranger = await alex.CustomerSays(words.Replace("{0}", "987654", StringComparison.Ordinal));
        Assert.Contains("987654", stranger.Text, StringComparison.Ordinal);
        await alex.CustomerSays(Say(words, known));
        Assert.Equal(CaseStatus.Waiting, (await Bot.CaseAsync(alex))!.Status);
    }

    [Theory]
    [InlineData("close it, it works again")]
    [InlineData("Thanks, you can close this now")]
    [InlineData("It works again")]
    [InlineData("もう解決しました")]
    [InlineData("取り下げてください")]
    public async Task Who_waits_and_needs_nobody_any_more_says_so_without_a_number(string words)
    {
        var alex = Alex;
        await Bot.HandsOverAsync(alex);
        await alex.CustomerSays(words);
        Assert.Equal(Resolution.Withdrawn, (await Bot.CaseAsync(alex))!.Resolution);
    }

    [Theory]
    [InlineData("has ticket {0} been cancelled?")]
    [InlineData("I do not want ticket {0} cancelled")]
    [InlineData("is ticket {0} solved?")]
    [InlineData("cancle ticket {0} pls, not neded any more")]
    public async Task What_only_sounds_like_closing_a_case_closes_none(string words)
    {
        var known = await Bot.HandsOverAsync(Alex);
        await Alex.CustomerSays(words.Replace("{0}", $"{known.Id}", StringComparison.Ordinal));
        Assert.Null((await Bot.ReadAsync(db => db.Cases.FirstAsync(one => one.Id == known.Id, Ct))).Resolution);
    }

    [Theory]
    [InlineData("please cancel it: the subscription of Sam")]
    [InlineData("cancel this invoice")]
    [InlineData("it works on my phone only")]
    public async Task What_only_sounds_like_it_leaves_the_case_open(string words)
    {
        var alex = Alex;
        await Bot.HandsOverAsync(alex);
        await alex.CustomerSays(words);
        Assert.True((await Bot.CaseAsync(alex))!.IsOpen);
    }

    [Fact]
    public async Task What_staff_have_is_not_withdrawn_under_their_hands()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await Bot.ClaimAsync(known.Id);
        Assert.Contains("I have told them", (await Alex.CustomerSays($"withdraw case {known.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Active, (await Bot.CaseAsync(alex))!.Status);
        Assert.Empty((await alex.CustomerSays("hello?")).Text);
    }
}
