using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Cases;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static BillingBot.Tests.Skills.OwnCases.CaseWords;

namespace BillingBot.Tests.Skills.OwnCases;

/// <summary>A closed case is rated, once, and a poor rating is told.</summary>
public class CaseRatingTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private CustomerConversation Alex => Bot.Conversation("msteams", TestUser.Alex);

    [Theory]
    [InlineData("5 - very good", 5)]
    [InlineData("2 - poor", 2)]
    [InlineData("3", 3)]
    [InlineData("4/5", 4)]
    [InlineData("★1", 1)]
    [InlineData("５点", 5)]
    [InlineData("1 - とても悪い", 1)]
    public async Task A_closed_case_is_rated_by_a_press_or_a_number(string words, int rating)
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await Bot.ResolveAsync(known.Id);
        var asked = Bot.Channel.TakeAll().Last(sent => sent.ConversationId == alex.Id && sent.Type == "message");
        Assert.Contains("5 - very good", new BotReplies([asked.Body.DeepClone()]).Buttons);
        var thanks = await alex.CustomerSays(words);
        Assert.Equal(rating, (await Bot.CaseAsync(alex))!.Rating);
        Assert.Equal(rating <= 2, thanks.Buttons.Any(label => label.Contains(Number(known), StringComparison.Ordinal)));
        await alex.CustomerSays("Yuki was quick and kind to our whole team");
        Assert.Equal("Yuki was quick and kind to our whole team", (await Bot.CaseAsync(alex))!.RatingWords);
        Assert.Equal(2, (await Bot.EventsAsync(known.Id)).Count(happened => happened.Kind == CaseEventKind.Rated));
    }

    [Fact]
    public async Task A_poor_rating_is_told_to_the_leads_once_and_a_good_one_is_not()
    {
        await using var bot = BotHost.Start();
        await bot.Services.GetRequiredService<StaffDirectory>().SeenAsync(CaseStage.Lead, Ct);
        var (alex, sam) = (bot.Conversation("msteams", TestUser.Alex), bot.Conversation("msteams", TestUser.Sam));
        var poor = await bot.HandsOverAsync(alex);
        await bot.ResolveAsync(poor.Id);
        var good = await bot.HandsOverAsync(sam);
        await bot.ResolveAsync(good.Id);

        await alex.CustomerSays("1");
        await alex.CustomerSays("Nobody read what I wrote about our tenant");
        await alex.CustomerSays("2 - poor");
        await sam.CustomerSays("5");

        var mails = await bot.ReadAsync(db => db.Mails.Where(mail => mail.Subject.Contains("poor rating")).ToListAsync(Ct));
        var letter = Assert.Single(mails);
        Assert.Equal((CaseStage.Lead.Email, $"Case {poor.Id}: a poor rating from the customer"), (letter.To, letter.Subject));
        Assert.DoesNotContain("tenant", letter.Body, StringComparison.Ordinal);
        Assert.Single(await bot.EventsAsync(poor.Id), happened => happened is { Kind: CaseEventKind.Alert, Text: nameof(CaseAlert.RatedPoor) });
        Assert.DoesNotContain(await bot.EventsAsync(good.Id), happened => happened.Kind == CaseEventKind.Alert);
    }

    [Fact]
    public async Task A_question_after_the_rating_is_a_question_and_a_number_without_one_is_no_rating()
    {
        var alex = Alex;
        var known = await Bot.HandsOverAsync(alex);
        await Bot.ResolveAsync(known.Id);
        await alex.CustomerSays("4");
        Assert.Contains("Mon–Fri", (await alex.CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
        await alex.CustomerSays("2");
        var after = (await Bot.CaseAsync(alex))!;
        Assert.Equal((4, (string?)null), (after.Rating, after.RatingWords));
    }
}
