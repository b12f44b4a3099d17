using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Evaluation;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Tests.Editing;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Articles.Evaluation;

/// <summary>Whoever publishes learns beforehand what would be answered worse.</summary>
public sealed class ReleaseCheckTests
{
    private const string Question = "What about one?";
    private static readonly ArticleKey One = new("one", "en");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_would_be_lost_is_listed_and_a_harmless_edit_is_not_held_up()
    {
        await using var room = new LearningRoom($$"""{"text": "{{Question}}", "label": "one"}""");
        var view = await OpenAsync(room);
        List<ReleaseProgress> heard = [];

        var harmless = await CompareAsync(room, view, view.Text, heard);
        Assert.Equal((1, false, 0), (harmless.Questions, harmless.IsWorse, harmless.Worse.Count));
        Assert.Equal([new(0, 1), new(1, 1)], heard);

        var lost = await CompareAsync(room, view, """
            ---
            id: one
            language: en
            title: "Zebras"
            topic: zebras
            product: any
            era: any
            cloud: any
            audience: customer
            source: "Zoo"
            reviewedOn: 2026-11-23
            questions:
              - "What do zebras eat?"
            ---
            Grass.
            """, heard);
        Assert.True(lost.IsWorse);
        var worse = Assert.Single(lost.Worse);
        Assert.Equal((Question, AnswerVerdict.Right), (worse.Text, worse.Before));
        Assert.True(worse.After < AnswerVerdict.Right);
    }

    [Fact]
    public async Task Without_a_list_there_is_nothing_to_compare_and_a_broken_one_is_named_with_its_line()
    {
        await using var room = new LearningRoom("{\"text\": \"a\"}");
        var view = await OpenAsync(room);
        var check = room.Service<ReleaseCheck>();
        var broken = Assert.IsType<ReleaseOutcome.Unreadable>(await check.CompareAsync(Staff.Editor, Edit(view, view.Text), LearningRoom.Silent, Ct));
        Assert.Contains("line 1", broken.Problem, StringComparison.Ordinal);
        Assert.IsType<ReleaseOutcome.Nothing>(await check.CompareAsync(Staff.Agent, Edit(view, view.Text), LearningRoom.Silent, Ct));
        Assert.IsType<ReleaseOutcome.Nothing>(await check.CompareAsync(Staff.Editor, Edit(view, "no article"), LearningRoom.Silent, Ct));
    }

    [Fact]
    public async Task Attaching_a_question_warns_too_and_changes_nothing_until_agreed()
    {
        // The question is a near-miss that must stay unanswered; attached, it is answered.
        await using var room = new LearningRoom("""{"text": "please paint my zebra purple", "label": "oos"}""");
        var id = await room.AskedAsync("please paint my zebra purple");
        var warned = Assert.IsType<SuggestionOutcome.Worse>(await room.Desk.AttachAsync(Staff.Editor, id, One.Id, new(null), LearningRoom.Silent, Ct));
        Assert.Equal(AnswerVerdict.Wrong, Assert.Single(warned.Comparison.Worse).After);
        Assert.Equal(SuggestionState.Open, (await room.OneAsync(id)).State);
        await LearningRoom.DoneAsync(room.Desk.AttachAsync(Staff.Editor, id, One.Id, new(null, EvenIfWorse: true), LearningRoom.Silent, Ct));
        Assert.Equal(SuggestionState.Attached, (await room.OneAsync(id)).State);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_shipped_list_can_be_read_and_names_articles_that_exist(string language)
    {
        var questions = await ShippedAsync(language);
        Assert.InRange(questions.Count, 40, 200);
        Assert.Contains(questions, question => !question.IsAnswerable);
        var folder = Path.Combine(AppContext.BaseDirectory, "Content", language);
        Assert.All(questions.SelectMany(question => question.Labels), label => Assert.True(File.Exists(Path.Combine(folder, $"{label}.md")), label));
    }

    private static Task<List<LabelledQuestion>> ShippedAsync(string language) =>
        LabelledFile.ReadAsync(Path.Combine(AppContext.BaseDirectory, "Content", $"evaluation.{language}.jsonl"), Ct);

    private static async Task<ArticleView> OpenAsync(LearningRoom room) => Assert.IsType<DeskOutcome<ArticleView>.Done>(
        await room.Service<ArticleCatalog>().OpenAsync(Staff.Editor, One, Ct)).Value;

    private static ArticleEdit Edit(ArticleView view, string text) => new(One, text, view.Version, view.PackHash);

    private static async Task<ReleaseComparison> CompareAsync(LearningRoom room, ArticleView view, string text, List<ReleaseProgress> heard)
    {
        heard.Clear();
        return Assert.IsType<ReleaseOutcome.Compared>(await room.Service<ReleaseCheck>()
            .CompareAsync(Staff.Editor, Edit(view, text), new Listener(heard), Ct)).Comparison;
    }

    private sealed class Listener(List<ReleaseProgress> heard) : IProgress<ReleaseProgress>
    {
        public void Report(ReleaseProgress value) => heard.Add(value);
    }
}
