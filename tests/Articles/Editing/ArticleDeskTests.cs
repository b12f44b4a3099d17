using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Articles.Import;
using Microsoft.EntityFrameworkCore;
using StaffOf = BillingBot.Tests.Host.Staff;

namespace BillingBot.Tests.Articles.Editing;

public sealed class ArticleDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_edit_takes_the_packs_place_and_survives_a_restart_and_an_upgrade()
    {
        await using var room = await DeskRoom.OpenAsync();
        await room.PublishAsync("one", PackFolder.Text("one", answer: "Ours."));
        Assert.Equal("Ours.", await room.AnswerAsync("one"));

        room.Pack.With("one", PackFolder.Text("one", answer: "Theirs, newer."));
        await room.LoadAsync();

        Assert.Equal("Ours.", await room.AnswerAsync("one"));
        Assert.True((await room.ViewAsync("one")).PackChanged);
        var changed = await room.Catalog.SearchAsync(StaffOf.Editor, new ArticleQuery { Filter = ArticleFilter.PackChanged }, Ct);
        Assert.Equal("one", Assert.Single(Assert.IsType<DeskOutcome<ArticleResults>.Done>(changed).Value.Articles).Article.Id);
    }

    [Fact]
    public async Task Publishing_with_the_packs_new_article_in_view_settles_that_it_changed()
    {
        await using var room = await DeskRoom.OpenAsync();
        await room.PublishAsync("one", PackFolder.Text("one", answer: "Ours."));
        room.Pack.With("one", PackFolder.Text("one", answer: "Theirs, newer."));
        await room.PublishAsync("one", PackFolder.Text("one", answer: "Ours, with theirs."));
        Assert.False((await room.ViewAsync("one")).PackChanged);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_who_was_first_and_nothing_is_written_over()
    {
        await using var room = await DeskRoom.OpenAsync();
        var hers = await room.EditAsync("one", PackFolder.Text("one", answer: "Hers."));
        var his = await room.EditAsync("one", PackFolder.Text("one", answer: "His."));

        var outcomes = await Task.WhenAll(room.Desk.PublishAsync(StaffOf.Editor, hers, Ct), room.Desk.PublishAsync(StaffOf.OtherEditor, his, Ct));

        var first = Assert.Single(outcomes.OfType<DeskOutcome<PublishedEdit>.Done>()).Value.Revision;
        Assert.Equal(first.Id, Assert.Single(outcomes.OfType<DeskOutcome<PublishedEdit>.Conflict>()).Newest.Id);
        Assert.Equal(first.By == "Eve" ? "Hers." : "His.", await room.AnswerAsync("one"));
        Assert.IsType<DeskOutcome<SavedDraft>.Conflict>(await room.Desk.SaveDraftAsync(StaffOf.OtherEditor, his, Ct));
    }

    [Fact]
    public async Task Withdrawing_brings_the_packs_article_back()
    {
        await using var room = await DeskRoom.OpenAsync();
        var published = await room.PublishAsync("one", PackFolder.Text("one", answer: "Ours."));
        Assert.IsType<DeskOutcome<PublishedEdit>.Done>(await room.Desk.WithdrawAsync(StaffOf.Editor, DeskRoom.Key("one"), published.Version, "wrong", Ct));
        Assert.Equal("An answer.", await room.AnswerAsync("one"));
        await room.LoadAsync();
        Assert.Equal("An answer.", await room.AnswerAsync("one"));
    }

    [Fact]
    public async Task A_new_article_of_staff_is_used_until_it_is_withdrawn()
    {
        await using var room = await DeskRoom.OpenAsync();
        var published = await room.PublishAsync("three", PackFolder.Text("three", answer: "New."));
        Assert.Equal("New.", await room.AnswerAsync("three"));
        await room.Desk.WithdrawAsync(StaffOf.Editor, DeskRoom.Key("three"), published.Version, null, Ct);
        Assert.Null(await room.AnswerAsync("three"));
    }

    [Fact]
    public async Task An_article_that_others_lead_to_cannot_be_withdrawn_from_under_them()
    {
        await using var room = await DeskRoom.OpenAsync();
        var three = await room.PublishAsync("three", PackFolder.Text("three"));
        await room.PublishAsync("one", PackFolder.Text("one", more: "followUps: [three]"));
        var outcome = await room.Desk.WithdrawAsync(StaffOf.Editor, DeskRoom.Key("three"), three.Version, null, Ct);
        Assert.Contains("'three' does not exist", Assert.Single(Assert.IsType<DeskOutcome<PublishedEdit>.Invalid>(outcome).Problems).Problem);
        Assert.NotNull(await room.AnswerAsync("three"));
    }

    [Theory]
    [InlineData("era: any", "era: stone-age", 7, "'stone-age' is not a known era")]
    [InlineData("What about one?", "What about TWO", 13, "already a title or question of 'two'")]
    [InlineData("id: one", "id: other", 2, "is not the file's name")]
    [InlineData("---\nid", "id", 1, "does not start with a block")]
    [InlineData("title: \"Title", "title: \"Title: \"\"", 4, "")]
    public async Task What_is_wrong_is_refused_with_its_place_and_the_draft_keeps_the_text(string good, string bad, int line, string problem)
    {
        await using var room = await DeskRoom.OpenAsync();
        var text = PackFolder.Text("one").ReplaceLineEndings("\n").Replace(good, bad);
        var draft = Assert.IsType<DeskOutcome<SavedDraft>.Done>(await room.Desk.SaveDraftAsync(StaffOf.Editor, await room.EditAsync("one", text), Ct));

        var outcome = await room.Desk.PublishAsync(StaffOf.Editor, await room.EditAsync("one", text), Ct);

        var error = Assert.IsType<DeskOutcome<PublishedEdit>.Invalid>(outcome).Problems[0];
        Assert.Equal(("en/one.md", line), (error.File, error.Line));
        Assert.Contains(problem, error.Problem);
        Assert.NotEmpty(error.Mend);
        Assert.Equal(text, (await room.ViewAsync("one")).Text);
        Assert.Equal(1, draft.Value.Revision.Version);
        Assert.Equal("An answer.", await room.AnswerAsync("one"));
    }

    [Fact]
    public async Task An_edit_that_a_new_pack_makes_impossible_stays_in_use_and_is_told()
    {
        await using var room = await DeskRoom.OpenAsync();
        await room.PublishAsync("one", PackFolder.Text("one", question: "How about this?", answer: "Ours."));
        room.Pack.With("three", PackFolder.Text("three", question: "how about THIS"));
        await room.LoadAsync();
        Assert.Equal("Ours.", await room.AnswerAsync("one"));
    }

    [Fact]
    public async Task An_earlier_revision_comes_back_as_a_draft_and_a_draft_can_be_given_up()
    {
        await using var room = await DeskRoom.OpenAsync();
        var good = PackFolder.Text("one", answer: "Good.").ReplaceLineEndings("\n");
        await room.PublishAsync("one", good);
        await room.PublishAsync("one", PackFolder.Text("one", answer: "Bad."));

        var restored = Assert.IsType<DeskOutcome<ArticleRevision>.Done>(await room.Desk.RestoreAsync(StaffOf.Editor, DeskRoom.Key("one"), 1, 2, Ct));
        Assert.Equal((3, RevisionState.Draft, good), (restored.Value.Version, restored.Value.State, (await room.ViewAsync("one")).Text));
        Assert.Equal("Bad.", await room.AnswerAsync("one"));
        Assert.IsType<DeskOutcome<ArticleRevision>.Done>(await room.Desk.DiscardDraftAsync(StaffOf.Editor, DeskRoom.Key("one"), 3, Ct));
        Assert.Contains("Bad.", (await room.ViewAsync("one")).Text);
        Assert.IsType<DeskOutcome<ArticleRevision>.Missing>(await room.Desk.DiscardDraftAsync(StaffOf.Editor, DeskRoom.Key("one"), 4, Ct));
    }

    [Fact]
    public async Task The_history_shows_what_each_revision_changed()
    {
        await using var room = await DeskRoom.OpenAsync();
        await room.PublishAsync("one", PackFolder.Text("one", answer: "Ours."));
        await room.PublishAsync("one", PackFolder.Text("one", answer: "Ours, better."));
        var steps = Assert.IsType<DeskOutcome<IReadOnlyList<RevisionStep>>.Done>(await room.Catalog.HistoryAsync(StaffOf.Agent, DeskRoom.Key("one"), Ct)).Value;
        Assert.Equal(
            ["-Ours.|+Ours, better.", "-An answer.|+Ours."],
            steps.Select(step => string.Join('|', step.Changes.Where(line => line.Kind != DiffKind.Same).Select(line => $"{(line.Kind == DiffKind.Added ? '+' : '-')}{line.Text}"))));
    }

    [Fact]
    public async Task Nobody_without_the_role_reads_or_changes_anything()
    {
        await using var room = await DeskRoom.OpenAsync();
        var edit = await room.EditAsync("one", PackFolder.Text("one", answer: "Mine."));
        Assert.Equal(StaffRole.KnowledgeEditor, Assert.IsType<DeskOutcome<PublishedEdit>.Refused>(await room.Desk.PublishAsync(StaffOf.Lead, edit, Ct)).Needed);
        Assert.IsType<DeskOutcome<SavedDraft>.Refused>(await room.Desk.SaveDraftAsync(StaffOf.Agent, edit, Ct));
        Assert.IsType<DeskOutcome<PublishedEdit>.Refused>(await room.Desk.WithdrawAsync(StaffOf.Agent, edit.Article, 0, null, Ct));
        Assert.IsType<DeskOutcome<ArticleRevision>.Refused>(await room.Desk.RestoreAsync(StaffOf.Lead, edit.Article, 1, 1, Ct));
        Assert.IsType<DeskOutcome<ArticleRevision>.Refused>(await room.Desk.DiscardDraftAsync(StaffOf.Lead, edit.Article, 1, Ct));
        Assert.IsType<DeskOutcome<ArticleResults>.Refused>(await room.Catalog.SearchAsync(StaffOf.Nobody, new ArticleQuery(), Ct));
        Assert.IsType<DeskOutcome<ArticleView>.Refused>(await room.Catalog.OpenAsync(StaffOf.Nobody, edit.Article, Ct));
        await using var db = await room.DatabaseAsync();
        Assert.Empty(await db.ArticleRevisions.ToListAsync(Ct));
        Assert.Empty(await db.Audit.ToListAsync(Ct));
    }

    [Fact]
    public async Task Every_change_is_in_the_audit()
    {
        await using var room = await DeskRoom.OpenAsync();
        await room.Desk.SaveDraftAsync(StaffOf.Editor, await room.EditAsync("one", "half a tho"), Ct);
        var published = await room.PublishAsync("one", PackFolder.Text("one", answer: "Ours."));
        await room.Desk.WithdrawAsync(StaffOf.Editor, DeskRoom.Key("one"), published.Version, null, Ct);
        await using var db = await room.DatabaseAsync();
        Assert.Equal(
            ["article.drafted version 1", "article.published version 2", "article.withdrawn version 3"],
            (await db.Audit.ToListAsync(Ct)).ConvertAll(entry => $"{entry.Action} {entry.Detail}"));
        Assert.All(await db.Audit.ToListAsync(Ct), entry => Assert.Equal(("staff:Eve (eve)", "article:en/one"), (entry.Actor, entry.Subject)));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("One")]
    [InlineData("")]
    [InlineData("a b")]
    public async Task An_id_leads_to_no_other_file(string id)
    {
        await using var room = await DeskRoom.OpenAsync();
        Assert.IsType<DeskOutcome<ArticleView>.Missing>(await room.Catalog.OpenAsync(StaffOf.Editor, DeskRoom.Key(id), Ct));
        Assert.IsType<DeskOutcome<PublishedEdit>.Invalid>(
            await room.Desk.PublishAsync(StaffOf.Editor, new ArticleEdit(DeskRoom.Key(id), PackFolder.Text("one"), 0, null), Ct));
    }

    [Fact]
    public async Task Search_finds_by_words_in_any_part_and_also_what_is_for_staff_only_or_a_draft()
    {
        await using var room = await DeskRoom.OpenAsync();
        room.Pack.With("secret", PackFolder.Text("secret", answer: "The ledger.").Replace("audience: customer", "audience: staff"));
        await room.LoadAsync();
        await room.Desk.SaveDraftAsync(StaffOf.Editor, new ArticleEdit(DeskRoom.Key("idea"), "an idea about ledgers", 0, null), Ct);

        Assert.Equal(["idea", "secret"], await FoundAsync(room, new ArticleQuery { Words = "ＬＥＤＧＥＲ" }));
        Assert.Equal(["one"], await FoundAsync(room, new ArticleQuery { Words = "about one" }));
        Assert.Equal(["secret"], await FoundAsync(room, new ArticleQuery { Audience = BillingBot.Knowledge.Articles.Audience.Staff }));
        Assert.Equal(["idea"], await FoundAsync(room, new ArticleQuery { Filter = ArticleFilter.Drafts }));
        Assert.Empty(await FoundAsync(room, new ArticleQuery { Words = "zebra" }));
    }

    private static async Task<string[]> FoundAsync(DeskRoom room, ArticleQuery query) =>
        [.. Assert.IsType<DeskOutcome<ArticleResults>.Done>(await room.Catalog.SearchAsync(StaffOf.Agent, query, Ct)).Value.Articles
            .Select(listing => listing.Article.Id).Order(StringComparer.Ordinal)];
}
