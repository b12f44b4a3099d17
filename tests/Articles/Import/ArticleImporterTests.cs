using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Articles.Search;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Articles.Import;

public sealed class ArticleImporterTests : IAsyncLifetime
{
    private readonly PackFolder _shipped = new PackFolder().With("one", PackFolder.Text("one")).With("two", PackFolder.Text("two"));
    private readonly PackFolder _own = new();
    private readonly ArticleDatabase _database = new();

    public ValueTask InitializeAsync() => _database.CreateAsync();

    [Fact]
    public async Task A_second_import_of_the_same_files_changes_nothing()
    {
        Assert.Equal((2, 0, 0, 0), Counts(await ImportAsync()));
        Assert.Equal((0, 0, 2, 0), Counts(await ImportAsync()));
    }

    [Fact]
    public async Task Only_changed_files_are_written_and_removed_files_disappear()
    {
        await ImportAsync();
        _shipped.With("one", PackFolder.Text("one", answer: "Better.")).With("three", PackFolder.Text("three")).Delete("two");
        Assert.Equal((1, 1, 0, 1), Counts(await ImportAsync()));
        Assert.Equal(["one: Better.", "three: An answer."], await AnswersAsync());
    }

    [Fact]
    public async Task A_bad_file_keeps_its_last_good_version_and_stops_no_other()
    {
        await ImportAsync();
        _shipped.With("one", PackFolder.Text("one").Replace("era: any", "era: stone-age")).With("two", PackFolder.Text("two", answer: "Better."));
        var report = await ImportAsync();
        Assert.Equal("'stone-age' is not a known era.", Assert.Single(report.Errors).Problem);
        Assert.Equal(["one: An answer.", "two: Better."], await AnswersAsync());
    }

    [Fact]
    public async Task The_partners_own_article_replaces_the_shipped_one_and_gives_way_when_removed()
    {
        _own.With("one", PackFolder.Text("one", answer: "Ours."));
        await ImportAsync();
        Assert.Equal(["one: Ours.", "two: An answer."], await AnswersAsync());
        _own.Delete("one");
        await ImportAsync();
        Assert.Equal(["one: An answer.", "two: An answer."], await AnswersAsync());
    }

    [Fact]
    public async Task A_bad_own_article_leaves_the_shipped_one_in_use()
    {
        _own.With("one", "nonsense");
        Assert.Single((await ImportAsync()).Errors);
        Assert.Equal(["one: An answer.", "two: An answer."], await AnswersAsync());
    }

    [Fact]
    public async Task Two_articles_cannot_share_a_question_however_it_is_spelt()
    {
        _shipped.With("two", PackFolder.Text("two", question: "ＷＨＡＴ about  one"));
        var error = Assert.Single((await ImportAsync()).Errors);
        Assert.Equal((_shipped.PathOf("two"), 13), (error.File, error.Line));
        Assert.Contains("already a title or question of 'one'", error.Problem);
        Assert.Equal(["one: An answer."], await AnswersAsync());
    }

    [Fact]
    public async Task A_follow_up_must_exist_in_the_same_language()
    {
        _shipped.With("one", PackFolder.Text("one", more: "followUps: [two, three]"))
            .With("three", PackFolder.Text("three", language: "ja"), "ja");
        var error = Assert.Single((await ImportAsync()).Errors);
        Assert.Equal(14, error.Line);
        Assert.Contains("'three' does not exist", error.Problem);
    }

    [Fact]
    public async Task A_customers_article_cannot_offer_a_staff_article()
    {
        _shipped.With("one", PackFolder.Text("one", more: "followUps: [two]"))
            .With("two", PackFolder.Text("two").Replace("audience: customer", "audience: staff"));
        Assert.Contains("for staff only", Assert.Single((await ImportAsync()).Errors).Problem);
    }

    [Fact]
    public async Task A_follow_up_that_is_lost_is_told_at_every_start_although_its_own_file_did_not_change()
    {
        _shipped.With("one", PackFolder.Text("one", more: "followUps: [two]"));
        Assert.Empty((await ImportAsync()).Errors);
        _shipped.Delete("two");
        await ImportAsync();
        Assert.Contains("'two' does not exist", Assert.Single((await ImportAsync()).Errors).Problem);
    }

    [Fact]
    public async Task A_skill_that_is_not_there_any_more_is_told_although_no_file_changed()
    {
        _shipped.With("one", PackFolder.Text("one", more: "skill: hours"));
        Assert.Empty((await ImportAsync()).Errors);
        var report = await _database.Importer.ImportAsync(
            [_shipped.Root, _own.Root], new HashSet<string>(StringComparer.Ordinal) { "offer" }, TestContext.Current.CancellationToken);
        Assert.Contains("'hours' is unknown", Assert.Single(report.Errors).Problem);
    }

    [Fact]
    public async Task A_question_that_another_article_has_taken_is_told_at_every_start()
    {
        await ImportAsync();
        _shipped.With("one", PackFolder.Text("one", question: "What about two?"));
        await ImportAsync();
        Assert.Contains("already a title or question of", Assert.Single((await ImportAsync()).Errors).Problem);
    }

    [Fact]
    public async Task A_bad_file_is_told_at_every_start_also_under_one_that_replaces_it()
    {
        _own.With("one", PackFolder.Text("one", answer: "Ours."));
        _shipped.With("one", "nonsense");
        await ImportAsync();
        Assert.Equal(_shipped.PathOf("one"), Assert.Single((await ImportAsync()).Errors).File);
    }

    [Fact]
    public async Task A_missing_folder_is_an_error_and_removes_no_article()
    {
        await ImportAsync();
        var nowhere = Path.Combine(_own.Root, "nowhere");
        var report = await _database.Importer.ImportAsync([nowhere], PackFolder.Skills, TestContext.Current.CancellationToken);
        Assert.Equal(nowhere, Assert.Single(report.Errors).File);
        Assert.Equal(2, (await AnswersAsync()).Count);
    }

    [Fact]
    public async Task What_was_imported_can_be_found_after_loading()
    {
        await ImportAsync();
        await _database.Store.LoadAsync(TestContext.Current.CancellationToken);
        var finding = _database.Finder.Find(new SearchRequest("what about TWO", "en", Audience.Customer, TestArticles.Today));
        Assert.Equal("two", Assert.IsType<Finding.Sure>(finding).Match.Article.Id);
    }

    private Task<ImportReport> ImportAsync() =>
        _database.Importer.ImportAsync([_shipped.Root, _own.Root], PackFolder.Skills, TestContext.Current.CancellationToken);

    private static (int Added, int Changed, int Unchanged, int Removed) Counts(ImportReport report) =>
        (report.Added, report.Changed, report.Unchanged, report.Removed);

    private async Task<List<string>> AnswersAsync()
    {
        await using var db = await _database.OpenAsync();
        return await db.Articles.OrderBy(article => article.Id).Select(article => article.Id + ": " + article.Answer)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _shipped.Dispose();
        _own.Dispose();
    }
}
