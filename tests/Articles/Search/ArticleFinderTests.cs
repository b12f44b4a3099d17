using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using NodaTime;

namespace BillingBot.Tests.Articles.Search;

public sealed class ArticleFinderTests
{
    private static readonly Searcher Pack = Searcher.Over(TestArticles.Pack);

    [Theory]
    [InlineData("when is your support OPEN")]
    [InlineData("Ｗｈｅｎ　is your support open？？")]
    [InlineData("About opening hours")]
    public void A_taught_question_or_a_title_is_sure_however_it_is_spelt(string text) =>
        Assert.Equal("opening-hours", Sure(Pack.Ask(text)));

    [Fact]
    public void A_taught_question_of_several_variants_asks_which()
    {
        var variants = Assert.IsType<Finding.Variants>(Pack.Ask("we want to stop our subscription early"));
        Assert.Equal("cancel", variants.Topic);
        Assert.Equal(["cancel-azure", "cancel-legacy", "cancel-new"], Searcher.Shown(variants).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_title_of_a_variant_is_that_variant() =>
        Assert.Equal("cancel-legacy", Sure(Pack.Ask("About cancel legacy")));

    [Theory]
    [InlineData("How do I cancel Azure?", "cancel-azure")]
    [InlineData("stop the subscription on the legacy platform", "cancel-legacy")]
    public void A_word_for_product_or_era_chooses_the_variant(string text, string id) =>
        Assert.Equal(id, Sure(Pack.Ask(text)));

    [Theory]
    [InlineData("and for Azure?", "cancel-azure")]
    [InlineData("what about legacy?", "cancel-legacy")]
    [InlineData("and on new commerce", "cancel-new")]
    public void A_short_follow_up_moves_to_another_variant(string text, string id) =>
        Assert.Equal(id, Sure(Pack.Ask(text, previousArticle: "cancel-new", previousQuestion: "How do I cancel my subscription?")));

    [Fact]
    public void A_follow_up_that_no_variant_is_about_repeats_the_question() =>
        Assert.Contains("late-payment", Searcher.Shown(Pack.Ask(
            "and for Azure?", previousArticle: "late-payment", previousQuestion: "What happens if I do not pay my invoice?")));

    [Fact]
    public void A_follow_up_without_anything_before_it_is_searched_alone() =>
        Assert.IsNotType<Finding.Sure>(Pack.Ask("and for legacy?"));

    [Fact]
    public void The_era_a_customer_chose_is_kept_for_the_next_topic()
    {
        IReadOnlyList<Article> pack =
        [
            .. TestArticles.Pack,
            TestArticles.English("seats-new", "remove two people").With(article => (article.Topic, article.Era) = ("seats", PlatformEra.NewCommerce)),
            TestArticles.English("seats-legacy", "fewer licences").With(article => (article.Topic, article.Era) = ("seats", PlatformEra.Legacy)),
        ];
        Assert.Equal("seats-legacy", Sure(Searcher.Over(pack).Ask("remove two people", previousArticle: "cancel-legacy")));
        Assert.IsType<Finding.Variants>(Searcher.Over(pack).Ask("remove two people", previousArticle: "late-payment"));
    }

    [Fact]
    public void An_article_about_something_else_than_named_is_never_sure()
    {
        var legacyOnly = TestArticles.English("addons", "what happens to add-ons").With(article => article.Era = PlatformEra.Legacy);
        var finding = Searcher.Over([.. TestArticles.Pack, legacyOnly]).Ask("what happens to add-ons on new commerce");
        Assert.DoesNotContain("addons", Searcher.Shown(finding));
    }

    [Theory]
    [InlineData("reconcile the ledger with the recon file")]
    [InlineData("About staff ledger")]
    [InlineData("ledger")]
    [InlineData("unallocated funds ledger recon file")]
    public void A_customer_never_reaches_a_staff_article(string text)
    {
        Assert.DoesNotContain("staff-ledger", Searcher.Shown(Pack.Ask(text)));
        Assert.DoesNotContain("staff-ledger", Searcher.Shown(Pack.Ask(text, previousArticle: "staff-ledger", previousQuestion: text)));
        Assert.Contains("staff-ledger", Searcher.Shown(Pack.Ask(text, audience: Audience.Staff)));
    }

    [Theory]
    [InlineData(2026, 5, 3, "term-old")]
    [InlineData(2026, 5, 4, "term-new")]
    [InlineData(2026, 12, 31, "term-new")]
    [InlineData(2027, 1, 1, null)]
    public void Only_what_holds_on_the_day_is_found(int year, int month, int day, string? id)
    {
        var searcher = Searcher.Over([
            .. TestArticles.Pack,
            TestArticles.English("term-old", "what is at the end of the term").With(article => (article.Topic, article.ValidTo) = ("term", new(2026, 5, 4))),
            TestArticles.English("term-new", "the term ends").With(article =>
                (article.Topic, article.ValidFrom, article.ValidTo) = ("term", new(2026, 5, 4), new(2027, 1, 1))),
        ]);
        foreach (var text in new[] { "the term ends", "what is at the end of the term", "end of term" })
        {
            var shown = Searcher.Shown(searcher.Ask(text, today: new LocalDate(year, month, day)));
            Assert.Equal(id, shown.SingleOrDefault(found => found.StartsWith("term", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("😀🎉👍")]
    [InlineData("?!...")]
    [InlineData("4711")]
    [InlineData("how do I cook rice")]
    [InlineData("xyzzy qwfp")]
    [InlineData("\ud83d\udc00")]
    public void What_nobody_taught_is_not_answered(string text) => Assert.IsType<Finding.Unsure>(Pack.Ask(text));

    [Fact]
    public void A_whole_book_is_not_answered() =>
        Assert.IsType<Finding.Unsure>(Pack.Ask(string.Concat(Enumerable.Repeat("What happens if I do not pay my invoice? ", 2_500))));

    [Fact]
    public void Only_the_asked_language_is_searched() =>
        Assert.Equal(new Finding.Unsure([]).Nearest, Assert.IsType<Finding.Unsure>(Pack.Ask("opening hours", language: "ja")).Nearest);

    [Fact]
    public void A_pack_of_one_article_and_an_empty_one_work()
    {
        Assert.Equal("only", Sure(Searcher.Over(TestArticles.English("only", "the only question")).Ask("the only question")));
        Assert.IsType<Finding.Unsure>(Searcher.Over().Ask("the only question"));
    }

    [Theory]
    [InlineData("About opening hours", DecisionBasis.Title)]
    [InlineData("opening hours", DecisionBasis.Taught)]
    [InlineData("how do I cook rice", DecisionBasis.OffTopic)]
    [InlineData("when do you open on Sunday", DecisionBasis.Ranking)]
    [InlineData("and for legacy?", DecisionBasis.FollowUp)]
    [InlineData("xyzzy", DecisionBasis.Nothing)]
    public void It_tells_what_it_decided_by(string text, DecisionBasis basis) =>
        Assert.Equal(basis, Pack.Basis(text, previousArticle: "cancel-new"));

    [Fact]
    public void Of_too_long_a_text_only_the_beginning_is_read() =>
        Assert.Equal(DecisionBasis.TooLong, Pack.Basis(string.Concat(Enumerable.Repeat("opening hours ", 500))));

    private static string Sure(Finding finding) => Assert.IsType<Finding.Sure>(finding).Match.Article.Id;
}
