using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.OwnCases;

/// <summary>A case is not withdrawn by the way, and the one that was just closed is the one that is taken up again.</summary>
public sealed class WithdrawCaseTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);

    [Theory]
    [InlineData("withdraw my case", "yes")]
    [InlineData("close my case please", "Withdraw case {0}")]
    [InlineData("お問い合わせを取り下げたい", "はい")]
    public async Task A_case_of_another_chat_is_withdrawn_only_after_its_number_was_agreed_to(string words, string agreed)
    {
        var known = await Bot.HandsOverAsync(Alex);
        var elsewhere = Alex;
        var asked = await elsewhere.CustomerSays(words);
        Assert.Contains($"{known.Id}", asked.Text, StringComparison.Ordinal);
        Assert.True((await OfAsync(known)).IsOpen);

        await elsewhere.CustomerSays(agreed.Replace("{0}", $"{known.Id}", StringComparison.Ordinal));
        Assert.Equal(Resolution.Withdrawn, (await OfAsync(known)).Resolution);
    }

    [Theory]
    [InlineData("forget it")]
    [InlineData("Never mind, thanks")]
    [InlineData("もういいです")]
    public async Task Who_only_says_never_mind_in_another_chat_withdraws_nothing(string words)
    {
        var known = await Bot.HandsOverAsync(Alex);
        var elsewhere = Alex;
        await elsewhere.CustomerSays("Can I cancel my subscription?");
        await elsewhere.CustomerSays(words);
        Assert.True((await OfAsync(known)).IsOpen);
    }

    [Theory]
    [InlineData("Cancel")]
    [InlineData("never mind")]
    [InlineData("actually, forget it please")]
    [InlineData("やっぱりいいです")]
    [InlineData("取り消してください")]
    [InlineData("キャンセルします")]
    public async Task Never_mind_from_who_waits_is_asked_after_and_not_taken_for_a_farewell(string words)
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        var asked = await alex.CustomerSays(words);
        Assert.Contains($"**{known.Id}**", asked.Text, StringComparison.Ordinal);
        Assert.True((await OfAsync(known)).IsOpen);

        await alex.CustomerSays(asked.Buttons[0]);
        Assert.Equal(Resolution.Withdrawn, (await OfAsync(known)).Resolution);
    }

    [Fact]
    public async Task A_yes_to_something_else_withdraws_nothing()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await alex.CustomerSays("never mind");
        await alex.CustomerSays("When is your support open?");
        await alex.CustomerSays("yes");
        Assert.True((await OfAsync(known)).IsOpen);
    }

    [Theory]
    [InlineData("reopen my case")]
    [InlineData("再開してください")]
    public async Task The_case_just_closed_here_is_reopened_whatever_waits_elsewhere(string words)
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        var other = await Bot.HandsOverAsync(Alex);
        await alex.CustomerSays($"withdraw case {known.Id}");

        var reopened = await alex.CustomerSays(words);
        Assert.Contains($"{known.Id}", reopened.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{other.Id}", reopened.Text, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Waiting, (await OfAsync(known)).Status);
    }

    private Task<Case> OfAsync(Case known) => Bot.ReadAsync(db => db.Cases.FirstAsync(one => one.Id == known.Id, Ct));
}
