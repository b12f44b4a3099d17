using BillingBot.Editing;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Editing;

public sealed class AskedInVainTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Similar_questions_are_one_newest_first_and_nobody_learns_who_asked()
    {
        await using var bot = BotHost.Start();
        await bot.Conversation(user: TestUser.Alex).CustomerSays("Can Alex Wilber borrow the blue tractor of Contoso, mail alex@contoso.com");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.Conversation().CustomerSays("please paint my zebra purple");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.Conversation().CustomerSays("Paint the zebra purple, please!");

        var page = await ReadAsync(bot);

        Assert.Equal(("Paint the zebra purple, please!", 2), (page.Groups[0].Text, page.Groups[0].Count));
        Assert.Equal("please paint my zebra purple", Assert.Single(page.Groups[0].OtherWordings));
        Assert.DoesNotContain(page.Groups.SelectMany(group => group.Asked), asked =>
            asked.Text.Contains("Alex", StringComparison.OrdinalIgnoreCase) || asked.Text.Contains("Contoso", StringComparison.OrdinalIgnoreCase) || asked.Text.Contains('@', StringComparison.Ordinal));
        Assert.Contains("[name]", page.Groups[1].Text);
    }

    [Fact]
    public async Task An_answer_that_did_not_help_is_listed_with_the_question_it_answered()
    {
        await using var bot = BotHost.Start();
        var customer = bot.Conversation();
        await customer.CustomerSays("What happens if I don't pay my invoice?");
        await customer.CustomerSays("No");
        var group = Assert.Single((await ReadAsync(bot)).Groups);
        Assert.Equal(("What happens if I don't pay my invoice?", VainReason.NotHelped, "late-payment"), (group.Text, group.Newest.Reason, group.Nearest?.Id));
        Assert.False(group.IsAnsweredNow);
    }

    [Fact]
    public async Task It_can_be_paged_and_only_knowledge_editors_see_it()
    {
        await using var bot = BotHost.Start();
        foreach (var animal in (string[])["zebra", "giraffe", "walrus"])
        {
            await bot.Conversation().CustomerSays($"please knit a sweater, {animal} {animal}ville {animal}land {animal}ton");
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var page = await ReadAsync(bot, skip: 1, take: 1);
        Assert.Equal(3, page.Total);
        Assert.Contains("giraffe", Assert.Single(page.Groups).Text);
        Assert.IsType<DeskOutcome<VainPage>.Refused>(await bot.Services.GetRequiredService<AskedInVain>().ReadAsync(Staff.Lead, true, 0, 10, Ct));
    }

    private static async Task<VainPage> ReadAsync(BotHost bot, int skip = 0, int take = 10) => Assert.IsType<DeskOutcome<VainPage>.Done>(
        await bot.Services.GetRequiredService<AskedInVain>().ReadAsync(Staff.Editor, withAnswered: true, skip, take, Ct)).Value;
}
