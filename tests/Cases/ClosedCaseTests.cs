using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace BillingBot.Tests.Cases;

/// <summary>What becomes of a case that staff have closed or handed back.</summary>
public class ClosedCaseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_customer_adds_from_elsewhere_while_the_case_is_closed_is_not_taken_and_lost()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.Desk.ResolveAsync(CaseStage.Yuki, stage.Id, Resolution.Solved, null, Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                await new CustomerAdded(stage.Id, "guest", "and the other invoice too").ApplyAsync(db, bot.Clock.GetUtcNow().ToInstant(), token);
                return await db.SaveChangesAsync(token);
            },
            Ct));

        Assert.DoesNotContain(await stage.Reader.EventsAfterAsync(CaseStage.Yuki, stage.Id, 0, Ct), happened => happened.Kind == CaseEventKind.Detail);
    }

    [Theory]
    [InlineData("talk to a person", "Our VAT number is wrong", "Yuki has left the chat and closed your case {0}", "reopen case {0}", "5 - very good", "Thank you")]
    [InlineData("担当者と話す", "登録番号が違います", "Yukiがチャットから退出し、お問い合わせ番号 {0} を完了", "お問い合わせ {0} を再開", "5 - とても良い", "ありがとう")]
    public async Task A_chat_that_is_handed_back_tells_that_the_case_is_closed_how_to_reopen_it_and_asks_for_a_rating(
        string request, string about, string closed, string reopen, string best, string thanks)
    {
        await using var bot = BotHost.Start();
        var alex = bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays(request);
        await alex.CustomerSays(about);
        var stage = new CaseStage(bot, alex, (await bot.CaseAsync(alex))!.Id);
        await stage.ClaimAsync();
        await bot.WhenIdleAsync();
        bot.Channel.TakeAll();
        await stage.Desk.HandBackAsync(CaseStage.Yuki, stage.Id, null, Ct);
        await bot.WhenIdleAsync();
        var told = Assert.Single(bot.Channel.TakeAll(), sent => sent.ConversationId == stage.Customer.Id);
        Assert.Contains(string.Format(null, closed, stage.Id), told.AllText, StringComparison.Ordinal);
        Assert.Contains(string.Format(null, reopen, stage.Id), told.AllText, StringComparison.Ordinal);
        Assert.Contains(best, new BotReplies([told.Body.DeepClone()]).Buttons);

        Assert.Contains(thanks, (await stage.Customer.CustomerSays(best)).Text, StringComparison.Ordinal);
        Assert.Equal(5, (await stage.CaseAsync()).Rating);
        await stage.Customer.CustomerSays(string.Format(null, reopen, stage.Id));
        Assert.Equal(CaseStatus.Waiting, (await stage.CaseAsync()).Status);
    }

    [Fact]
    public async Task A_closed_case_can_be_opened_again_unless_the_conversation_has_another_one()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.Desk.ResolveAsync(CaseStage.Yuki, stage.Id, Resolution.Solved, null, Ct);
        var other = await CaseStage.OpenAsync(bot, stage.Customer);

        Assert.Equal("AnotherCaseIsOpen", Assert.IsType<CaseOutcome.Invalid>(await stage.Desk.ReopenAsync(CaseStage.Ren, stage.Id, null, Ct)).Problem);
        await other.ClaimAsync();
        await other.Desk.HandBackAsync(CaseStage.Yuki, other.Id, null, Ct);
        Assert.IsType<CaseOutcome.Done>(await stage.Desk.ReopenAsync(CaseStage.Ren, stage.Id, "was not solved", Ct));
        Assert.Equal(("ren", CaseStatus.Active), ((await stage.CaseAsync()).OwnerId, (await stage.CaseAsync()).Status));
        Assert.Empty((await stage.Customer.CustomerSays("thank you")).Text);
    }
}
