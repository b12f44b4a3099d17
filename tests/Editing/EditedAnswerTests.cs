using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Editing;

/// <summary>What an editor publishes is what customers get.</summary>
public sealed class EditedAnswerTests
{
    private const string Question = "What happens if I don't pay my invoice?";
    private static readonly ArticleKey Article = new("late-payment", "en");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_edit_answers_the_next_question_also_after_a_restart_and_withdrawn_it_is_gone()
    {
        using var database = new DatabaseFile();
        int version;
        await using (var bot = BotHost.Start(database.Path))
        {
            Assert.DoesNotContain("our own words", (await AskAsync(bot)).Text);
            version = await PublishAsync(bot, "These are **our own words**.");
            Assert.Contains("our own words", (await AskAsync(bot)).Text);
        }

        await using var restarted = BotHost.Start(database.Path);
        Assert.Contains("our own words", (await AskAsync(restarted)).Text);
        var withdrawn = await restarted.Services.GetRequiredService<ArticleDesk>().WithdrawAsync(Staff.Editor, Article, version, null, Ct);
        await Assert.IsType<DeskOutcome<PublishedEdit>.Done>(withdrawn).Value.InUse.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        Assert.DoesNotContain("our own words", (await AskAsync(restarted)).Text);
    }

    [Fact]
    public async Task Staff_are_suggested_articles_for_what_the_customer_said_their_own_ones_marked()
    {
        await using var bot = BotHost.Start();
        var suggested = bot.Services.GetRequiredService<SuggestedArticles>();
        var today = new LocalDate(2026, 11, 24);
        var late = await suggested.FindAsync(Staff.Agent, Question, "en", today, Ct);
        Assert.Equal("late-payment", late[0].Article.Id);
        Assert.InRange(late.Count, 1, 3);
        var ledger = await suggested.FindAsync(Staff.Agent, "Which term of payment do we have with Microsoft?", "en", today, Ct);
        Assert.Contains(ledger, article => article.IsStaffOnly);
        Assert.Empty(await suggested.FindAsync(Staff.Nobody, Question, "en", today, Ct));
        Assert.Empty(await suggested.FindAsync(Staff.Agent, "12345 !!", "en", today, Ct));
    }

    private static async Task<int> PublishAsync(BotHost bot, string answer)
    {
        var catalog = bot.Services.GetRequiredService<ArticleCatalog>();
        var view = Assert.IsType<DeskOutcome<ArticleView>.Done>(await catalog.OpenAsync(Staff.Editor, Article, Ct)).Value;
        var form = catalog.Read(Article, view.Text).Form! with { Answer = answer };
        var published = Assert.IsType<DeskOutcome<PublishedEdit>.Done>(await bot.Services.GetRequiredService<ArticleDesk>().PublishAsync(
            Staff.Editor, new ArticleEdit(Article, ArticleText.Write(form), view.Version, view.PackHash), Ct)).Value;
        await published.InUse.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        return published.Revision.Version;
    }

    private static Task<BotReplies> AskAsync(BotHost bot) => bot.Conversation().CustomerSays(Question);
}
