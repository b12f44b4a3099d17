using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Import;

namespace BillingBot.Tests.Articles.Editing;

public sealed class ArticleTextTests
{
    [Fact]
    public async Task Every_shipped_article_is_written_as_it_stands_so_that_history_shows_only_changes()
    {
        var articles = await ShippedPack.ArticlesAsync();
        Assert.NotEmpty(articles);
        foreach (var article in articles)
        {
            var file = Path.Combine(AppContext.BaseDirectory, "Content", article.Language, $"{article.Id}.md");
            var text = ArticleText.Normalize(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            Assert.Equal(text.TrimEnd(), ArticleText.Write(ArticleForm.Of(article)).TrimEnd());
        }
    }

    [Theory]
    [InlineData("""He said "no": # [not] {yes}, 'and' \n *&!""")]
    [InlineData("---")]
    [InlineData("請求書：「未払い」 😀 \u202Eabc\u202C")]
    [InlineData("tab\tand\u0007bell and \u2028 line")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("true")]
    [InlineData("2026-11-23")]
    public void Whatever_is_typed_comes_back_as_it_was(string words)
    {
        var form = new ArticleForm
        {
            Id = "any",
            Language = "en",
            Title = words,
            Topic = words,
            Source = words,
            SourceUrl = words,
            Questions = [words, $"{words}?"],
            FollowUps = ["other"],
            Answer = $"{words}\n\n---\nmore",
            ReviewedOn = new(2026, 11, 24),
        };
        var file = new ArticleReader(new HashSet<string>(StringComparer.Ordinal)).Read(new ArticleKey("any", "en"), ArticleText.Write(form));
        var article = Assert.IsType<Article>(file.Article);
        Assert.Equal((words, words, words, words), (article.Title, article.Topic, article.Source, article.SourceUrl));
        Assert.Equal(form.Questions, article.Questions);
        Assert.Equal(form.Answer.Trim(), article.Answer);
    }
}
