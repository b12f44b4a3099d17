using System.Collections.Concurrent;
using System.Text.Json;
using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Content;

/// <summary>The shipped articles as customers meet them.</summary>
public sealed class ShippedContentTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private Task<List<Article>> ArticlesAsync(string language) => shared.Bot.ReadAsync(db => db.Articles
        .Where(article => article.Language == language).OrderBy(article => article.Id).ToListAsync());

    [Fact]
    public async Task There_are_sixty_customer_articles_or_more_in_each_language_and_they_are_the_same_ones()
    {
        var (english, japanese) = (await ArticlesAsync("en"), await ArticlesAsync("ja"));
        Assert.True(english.Count(article => article.Audience == Audience.Customer) >= 60);
        Assert.Equal(english.Select(article => article.Id), japanese.Select(article => article.Id));
        Assert.Equal(
            english.Select(article => (article.Topic, article.Product, article.Era, article.Cloud, article.Audience, article.Skill)),
            japanese.Select(article => (article.Topic, article.Product, article.Era, article.Cloud, article.Audience, article.Skill)));
        Assert.All(english.Concat(japanese), article => Assert.True(article.Questions.Count >= 5, article.Id));
    }

    [Theory]
    [InlineData("the partner answers the customer's billing questions, end to end", "who-answers-billing")]
    [InlineData("a collections policy: the process, and when access is affected", "collections-policy", "late-payment")]
    [InlineData("access to an unpaid product can be disabled", "access-blocked", "suspended-billing-new", "suspended-billing-legacy")]
    [InlineData("a trusted adviser who knows of more services", "more-services")]
    [InlineData("support may be another's, in all or part", "outsourced-support")]
    [InlineData("support may be charged for", "support-price")]
    [InlineData("support offered, hours, contact and price are stated clearly", "support-plans", "support-hours", "support-contact")]
    [InlineData("requests come to the partner", "microsoft-ticket")]
    [InlineData("the partner diagnoses first", "what-we-diagnose")]
    [InlineData("how Microsoft is reached", "how-we-reach-microsoft")]
    [InlineData("boundaries of each product", "support-boundary-azure", "support-boundary-m365", "support-boundary-dynamics")]
    [InlineData("who bought elsewhere turns elsewhere", "bought-direct")]
    [InlineData("payments to come can be reminded of", "payment-reminders")]
    [InlineData("the US Government cloud", "us-government-billing")]
    [InlineData("staff: the partner pays Microsoft on time", "staff-payment-term")]
    public async Task What_a_partner_must_tell_its_customers_is_there(string duty, params string[] articleIds)
    {
        var present = (await ArticlesAsync("en")).Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(articleIds, id => Assert.True(present.Contains(id), $"{duty}: {id} is missing."));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Every_title_and_every_offered_button_leads_to_an_answer(string language)
    {
        var articles = (await ArticlesAsync(language)).Where(article => article.Audience == Audience.Customer).ToList();
        foreach (var article in articles)
        {
            var reply = await shared.Bot.Conversation("emulator").CustomerSays(article.Title);
            Assert.DoesNotContain(UnsureWords(language), reply.Text, StringComparison.Ordinal);
            foreach (var label in reply.Buttons)
            {
                var followed = shared.Bot.Conversation("emulator");
                await followed.CustomerSays(article.Title);
                var next = await followed.CustomerSays(label);
                Assert.DoesNotContain(UnsureWords(language), next.Text, StringComparison.Ordinal);
                Assert.NotEqual("", next.Text);
            }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task What_an_article_teaches_leads_to_its_topic(string language)
    {
        var articles = (await ArticlesAsync(language)).Where(article => article.Audience == Audience.Customer).ToList();
        var asked = new ConcurrentDictionary<string, (Article Article, string Question)>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            articles.SelectMany(article => article.Questions.Where(IsAsked), (article, question) => (article, question)),
            new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = TestContext.Current.CancellationToken },
            async (pair, _) =>
            {
                var chat = shared.Bot.Conversation("emulator");
                asked[chat.Id] = pair;
                await chat.CustomerSays(pair.question);
            });

        var outcomes = await OutcomesAsync();
        var topics = articles.ToDictionary(article => article.Id, article => article.Topic, StringComparer.Ordinal);
        var astray = asked
            .Where(chat => outcomes[chat.Key]?.ArticleId is not { } led || topics.GetValueOrDefault(led) != chat.Value.Article.Topic)
            .Select(chat => $"{chat.Value.Article.Id}: \"{chat.Value.Question}\" led to {outcomes[chat.Key]}");
        Assert.True(!astray.Any(), string.Join('\n', astray));
    }

    /// <summary>How the bot decided on the last message of each conversation.</summary>
    private Task<Dictionary<string, Outcome?>> OutcomesAsync() => shared.Bot.ReadAsync(async db =>
    {
        var recorded = await db.Messages
            .Where(message => message.Direction == Direction.Inbound)
            .OrderBy(message => message.Sequence)
            .Join(db.Conversations, message => message.ConversationId, chat => chat.Id, (message, chat) => new
            {
                chat.ChannelConversationId,
                message.Outcome,
            })
            .ToListAsync(TestContext.Current.CancellationToken);
        return recorded.GroupBy(message => message.ChannelConversationId, StringComparer.Ordinal).ToDictionary(
            chat => chat.Key,
            chat => chat.Last().Outcome is { } json ? JsonSerializer.Deserialize(json, ConversationJson.Default.Outcome) : null,
            StringComparer.Ordinal);
    });

    private static string UnsureWords(string language) => language == "en" ? "do not want to guess" : "推測でのご案内は控えます";

    /// <summary>The first ones of an article, and each fourth of the others: whole conversations for all of them take minutes.</summary>
    private static bool IsAsked(string question, int place) => place < 12 || place % 4 == 0;
}
