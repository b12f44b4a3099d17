using System.Text;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Import;
using NodaTime;

namespace BillingBot.Tests.Articles.Import;

public sealed class ArticleReaderTests : IDisposable
{
    private readonly PackFolder _folder = new();

    [Fact]
    public async Task Every_key_of_a_file_arrives_in_the_article()
    {
        _folder.With("full", """
            ---
            id: full
            language: en
            title: "Full: with a colon"
            topic: topic-of-full
            product: microsoft-365
            era: new-commerce
            cloud: us-government
            audience: staff
            validFrom: 2026-05-04
            validTo: 2027-01-01
            source: "Docs, page 1"
            sourceUrl: https://learn.microsoft.com/partner-center
            reviewedOn: 2026-11-23
            questions:
              - "One?"
              - "Two?"
            followUps: [other]
            ---

            **Bold** answer.

            """);
        var file = await new ArticleReader(PackFolder.Skills).ReadAsync(_folder.PathOf("full"), "en", TestContext.Current.CancellationToken);
        var article = Assert.IsType<Article>(file.Article);
        Assert.Equal("Full: with a colon", article.Title);
        Assert.Equal((Product.Microsoft365, PlatformEra.NewCommerce, Cloud.UsGovernment, Audience.Staff),
            (article.Product, article.Era, article.Cloud, article.Audience));
        Assert.Equal((new LocalDate(2026, 5, 4), new LocalDate(2027, 1, 1)), (article.ValidFrom, article.ValidTo));
        Assert.Equal(["One?", "Two?"], article.Questions);
        Assert.Equal(["other"], article.FollowUps);
        Assert.Equal("**Bold** answer.", article.Answer);
        Assert.Equal("https://learn.microsoft.com/partner-center", article.SourceUrl);
    }

    [Theory]
    [InlineData("era: any", "era: newcommerce", 7, "'newcommerce' is not a known era", "any, new-commerce, legacy")]
    [InlineData("product: any", "product: 1", 6, "'1' is not a known product", "microsoft-365")]
    [InlineData("reviewedOn: 2026-11-23", "reviewedOn: 23.11.2026", 11, "'23.11.2026' is not a date", "2026-11-23")]
    [InlineData("source: Test", "sauce: Test", 1, "'source' is missing", "source: ...")]
    [InlineData("source: Test", "source: Test\nsauce: Test", 11, "'sauce' is unknown", "sourceUrl")]
    [InlineData("id: bad", "id: good", 2, "'good' is not the file's name", "id: bad")]
    [InlineData("language: en", "language: ja", 3, "'ja' is not the folder's name", "language: en")]
    [InlineData("An answer.", "", 1, "neither an answer nor a skill", "name a skill")]
    [InlineData("source: Test", "source: [a, b]", 10, "holds a list", "one value")]
    [InlineData("questions:\n", "questions: []\nfollowUps:\n", 12, "no question", "at least one")]
    [InlineData("source: Test", "source: Test\nvalidFrom: 2026-02-01\nvalidTo: 2026-02-01", 12, "not after validFrom", "first day")]
    [InlineData("Title of bad", "A title that goes on and on and would never fit on any button at all", 4, "68 characters", "60")]
    [InlineData("topic: bad", "topic: bad: worse", 5, "", "double quotes")]
    [InlineData("---\nid", "id", 1, "does not start with a block", "Compare")]
    public async Task A_bad_file_is_refused_with_line_problem_and_mend(string good, string bad, int line, string problem, string mend)
    {
        _folder.With("bad", PackFolder.Text("bad").ReplaceLineEndings("\n").Replace(good, bad));
        var error = Assert.IsType<ImportError>(await _folder.ProblemAsync("bad"));
        Assert.Equal((_folder.PathOf("bad"), line), (error.File, error.Line));
        Assert.Contains(problem, error.Problem);
        Assert.Contains(mend, error.Mend);
    }

    [Fact]
    public async Task An_article_may_have_an_introduction_and_a_skill()
    {
        _folder.With("both", PackFolder.Text("both", answer: "First this.", more: "skill: hours"));
        var article = Assert.IsType<Article>((await new ArticleReader(PackFolder.Skills).ReadAsync(
            _folder.PathOf("both"), "en", TestContext.Current.CancellationToken)).Article);
        Assert.Equal(("First this.", "hours"), (article.Answer, article.Skill));
    }

    [Fact]
    public async Task A_skill_nobody_has_is_refused_and_the_known_ones_named()
    {
        _folder.With("bad", PackFolder.Text("bad", answer: "", more: "skill: horoscope"));
        var error = await _folder.ProblemAsync("bad");
        Assert.Equal("The skill 'horoscope' is unknown. Use one of: hours, offer.", $"{error?.Problem} {error?.Mend}");
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused()
    {
        _folder.With("bad", "");
        await File.WriteAllBytesAsync(_folder.PathOf("bad"), Encoding.Latin1.GetBytes(PackFolder.Text("bad", answer: "é")), TestContext.Current.CancellationToken);
        Assert.Contains("not UTF-8", (await _folder.ProblemAsync("bad"))?.Problem);
    }

    [Fact]
    public async Task Windows_line_endings_and_a_byte_order_mark_do_no_harm()
    {
        _folder.With("crlf", "\uFEFF" + PackFolder.Text("crlf").ReplaceLineEndings("\r\n"));
        Assert.Null(await _folder.ProblemAsync("crlf"));
    }

    public void Dispose() => _folder.Dispose();
}
