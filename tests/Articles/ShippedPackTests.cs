using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles;

/// <summary>What the shipped articles must be able to do, asked as customers ask.</summary>
public sealed class ShippedPackTests
{
    [Fact]
    public async Task Every_file_imports_in_both_languages()
    {
        Assert.Empty(await ShippedPack.ErrorsAsync());
        var ids = (await ShippedPack.ArticlesAsync()).ToLookup(article => article.Language, article => article.Id);
        Assert.Equal(ids["en"].Order(StringComparer.Ordinal), ids["ja"].Order(StringComparer.Ordinal));
        Assert.True(ids["en"].Count() > 90, "The pack lost articles.");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Asked_questions_name_topics_that_customers_get(string language)
    {
        var topics = (await ShippedPack.ArticlesAsync())
            .Where(article => article.Language == language && article.Audience == Audience.Customer)
            .Select(article => article.Topic).ToHashSet(StringComparer.Ordinal);
        var named = (await ShippedPack.LexiconAsync()).AskedIn(language).SelectMany(question => question.Labels).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(named.Except(topics));
        Assert.Empty(topics.Except(named));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Asked_questions_are_enough_to_set_a_threshold_by_and_none_is_taught(string language)
    {
        var lexicon = await ShippedPack.LexiconAsync();
        var asked = lexicon.AskedIn(language);
        Assert.True(asked.Count(question => question.IsAnswerable) >= 600, "Too few answerable ones.");
        Assert.InRange((double)asked.Count(question => !question.IsAnswerable) / asked.Count, 0.15, 0.30);
        Assert.DoesNotContain(asked.SelectMany(question => question.Labels).CountBy(topic => topic), topic => topic.Value < 4);

        var taught = (await ShippedPack.ArticlesAsync()).Where(article => article.Language == language && article.Audience == Audience.Customer)
            .SelectMany(article => article.Questions.Append(article.Title))
            .Concat([.. lexicon.OffTopicIn(language), .. lexicon.UnansweredIn(language)])
            .Select(TextFolding.Fold).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(asked, question => taught.Contains(TextFolding.Fold(question.Text)));
    }

    [Theory]
    [InlineData("en", "What happens if I don't pay my invoice?", "late-payment")]
    [InlineData("en", "What happens if we don't pay our invoice", "late-payment")]
    [InlineData("en", "When is your support open?", "support-hours")]
    [InlineData("en", "I need to talk to a person", "talk-to-person")]
    [InlineData("en", "what are your opening hours", "support-hours")]
    [InlineData("en", "how do I cancel azure", "cancel-azure")]
    [InlineData("en", "hello", "greeting")]
    [InlineData("ja", "支払いが遅れるとどうなりますか", "late-payment")]
    [InlineData("ja", "営業時間を教えてください", "support-hours")]
    [InlineData("ja", "支払いが遅れたらどうなりますか", "late-payment")]
    [InlineData("ja", "営業時間は何時から何時までですか", "support-hours")]
    [InlineData("ja", "担当者と話したいです", "talk-to-person")]
    [InlineData("ja", "人と話したい", "talk-to-person")]
    [InlineData("ja", "こんにちは", "greeting")]
    public async Task Common_questions_have_their_answer(string language, string question, string id)
    {
        var finding = (await ShippedPack.SearcherAsync()).Ask(question, language);
        Assert.Equal(id, Assert.IsType<Finding.Sure>(finding).Match.Article.Id);
    }

    [Theory]
    [InlineData("en", "Can I cancel my subscription after ten days?", "cancel-subscription")]
    [InlineData("en", "can I reduce the number of licenses", "reduce-seats")]
    [InlineData("ja", "ライセンスを減らしたい", "reduce-seats")]
    [InlineData("ja", "解約したい", "cancel-subscription")]
    public async Task Where_the_eras_differ_the_bot_asks(string language, string question, string topic)
    {
        var finding = (await ShippedPack.SearcherAsync()).Ask(question, language);
        Assert.Equal(topic, Assert.IsType<Finding.Variants>(finding).Topic);
    }

    [Theory]
    [InlineData("en", "and for Azure?", "cancel-azure")]
    [InlineData("en", "and on the legacy platform?", "cancel-subscription-legacy")]
    [InlineData("ja", "Azureの場合は？", "cancel-azure")]
    [InlineData("ja", "従来のライセンスだと？", "cancel-subscription-legacy")]
    public async Task A_short_follow_up_finds_the_other_variant(string language, string question, string id)
    {
        var finding = (await ShippedPack.SearcherAsync()).Ask(question, language,
            previousArticle: "cancel-subscription-new", previousQuestion: "cancel");
        Assert.Equal(id, Assert.IsType<Finding.Sure>(finding).Match.Article.Id);
    }

    [Theory]
    [InlineData("en", "how do I cook rice")]
    [InlineData("en", "how do I cook a rice pudding for six")]
    [InlineData("en", "👍")]
    [InlineData("en", "")]
    [InlineData("ja", "カレーの作り方を教えて")]
    [InlineData("ja", "おいしいカレーはどう作るの")]
    [InlineData("ja", "👍")]
    [InlineData("ja", "")]
    public async Task What_is_not_our_business_is_not_answered(string language, string question) =>
        Assert.IsType<Finding.Unsure>((await ShippedPack.SearcherAsync()).Ask(question, language));

    [Fact]
    public async Task Every_title_leads_to_its_own_article_because_it_is_a_buttons_label()
    {
        var searcher = await ShippedPack.SearcherAsync();
        foreach (var article in (await ShippedPack.ArticlesAsync()).Where(article => article.HoldsOn(TestArticles.Today)))
        {
            var sure = Assert.IsType<Finding.Sure>(searcher.Ask(article.Title, article.Language, article.Audience));
            Assert.Equal(article.Id, sure.Match.Article.Id);
        }
    }

    [Fact]
    public async Task No_word_of_a_staff_article_brings_it_to_a_customer()
    {
        var searcher = await ShippedPack.SearcherAsync();
        foreach (var article in (await ShippedPack.ArticlesAsync()).Where(article => article.Audience == Audience.Staff))
        {
            foreach (var words in article.Questions.Append(article.Title).Append(article.Answer))
            {
                var shown = Searcher.Matches(searcher.Ask(words, article.Language, previousArticle: article.Id, previousQuestion: words));
                Assert.DoesNotContain(shown, match => match.Article.Audience == Audience.Staff);
            }
        }
    }
}
