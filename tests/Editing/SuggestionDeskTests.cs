using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Editing;

/// <summary>What editors make of the suggestions.</summary>
public sealed class SuggestionDeskTests
{
    private const string Zebra = "please paint my zebra purple";
    private static readonly AttachApproval Agreed = new("because");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_attached_question_is_published_and_answered_from_then_on()
    {
        await using var room = new LearningRoom();
        var id = await room.AskedAsync(Zebra);

        await LearningRoom.DoneAsync(room.Desk.AttachAsync(Staff.Editor, id, "one", Agreed with { EvenIfWorse = true }, LearningRoom.Silent, Ct));

        Assert.Contains("An answer.", (await room.Bot.Conversation().CustomerSays("Please paint my zebra purple!")).Text, StringComparison.Ordinal);
        Assert.Empty(await room.OpenAsync());
        var decided = Assert.Single(await room.OpenAsync(new() { Decided = true })).Suggestion;
        Assert.Equal((SuggestionState.Attached, Staff.Editor.Name, "one"), (decided.State, decided.DecidedBy, decided.AnsweredBy));
        var revision = await room.Bot.ReadAsync(db => db.ArticleRevisions.SingleAsync(Ct));
        Assert.Equal((RevisionState.Published, "because"), (revision.State, revision.Comment));
        Assert.Contains($"  - \"{Zebra}\"", revision.Text, StringComparison.Ordinal);
        Assert.Contains(await room.AuditAsync(), action => action == "suggestion.attached");
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told_who_decided_and_nothing_happens()
    {
        await using var room = new LearningRoom();
        var id = await room.AskedAsync(Zebra);
        await LearningRoom.DoneAsync(room.Desk.DismissAsync(Staff.OtherEditor, id, Ct));

        foreach (var late in new[]
        {
            await room.Desk.AttachAsync(Staff.Editor, id, "one", Agreed, LearningRoom.Silent, Ct),
            await room.Desk.NeverAnswerAsync(Staff.Editor, id, Ct),
            await room.Desk.DismissAsync(Staff.Editor, id, Ct),
        })
        {
            Assert.Equal(Staff.OtherEditor.Name, Assert.IsType<SuggestionOutcome.DecidedBefore>(late).Suggestion.DecidedBy);
        }

        Assert.Equal(0, await room.Bot.ReadAsync(db => db.ArticleRevisions.CountAsync(Ct)));
        Assert.Equal(0, await room.Bot.ReadAsync(db => db.NeverAnswered.CountAsync(Ct)));
    }

    [Fact]
    public async Task Many_who_decide_at_once_decide_once()
    {
        await using var room = new LearningRoom();
        var id = await room.AskedAsync(Zebra);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => room.Desk.DismissAsync(Staff.Editor, id, Ct)));
        Assert.Single(outcomes.OfType<SuggestionOutcome.Done>());
        Assert.Equal(7, outcomes.OfType<SuggestionOutcome.DecidedBefore>().Count());
    }

    [Fact]
    public async Task What_is_never_answered_is_taught_until_it_is_taken_off_the_list()
    {
        await using var room = new LearningRoom();
        var id = await room.AskedAsync(Zebra);
        var list = room.Service<NeverAnswerList>();
        await LearningRoom.DoneAsync(room.Desk.NeverAnswerAsync(Staff.Editor, id, Ct));
        Assert.Equal(DecisionBasis.OffTopic, Explain(room, Zebra));

        await LearningRoom.DoneAsync(list.RemoveAsync(Staff.Editor, Assert.Single(await list.ReadAsync(Staff.Editor, Ct)).Id, Ct));
        Assert.NotEqual(DecisionBasis.OffTopic, Explain(room, Zebra));
        await LearningRoom.DoneAsync(list.AddAsync(Staff.Editor, "en", "Paint my giraffe", Ct));
        await LearningRoom.DoneAsync(list.AddAsync(Staff.Editor, "en", "paint my GIRAFFE!", Ct));
        Assert.Equal(DecisionBasis.OffTopic, Explain(room, "paint my giraffe?"));
        Assert.Single(await list.ReadAsync(Staff.Editor, Ct));
        Assert.Contains(await room.AuditAsync(), action => action == "never-answer.removed");
    }

    [Fact]
    public async Task What_is_dismissed_stays_so_and_what_was_taught_in_vain_comes_back()
    {
        await using var room = new LearningRoom();
        var id = await room.AskedAsync(Zebra);
        await LearningRoom.DoneAsync(room.Desk.DismissAsync(Staff.Editor, id, Ct));
        await room.Bot.Conversation().CustomerSays(Zebra);
        var dismissed = await room.OneAsync(id);
        Assert.Equal((SuggestionState.Dismissed, 2), (dismissed.State, dismissed.Count));

        var giraffe = await room.AskedAsync("please paint my giraffe yellow");
        await LearningRoom.DoneAsync(room.Desk.AttachAsync(Staff.Editor, giraffe, "one", Agreed with { EvenIfWorse = true }, LearningRoom.Silent, Ct));
        var customer = room.Bot.Conversation();
        await customer.CustomerSays("please paint my giraffe yellow");
        await customer.CustomerSays("No");
        var again = await room.OneAsync(giraffe);
        Assert.Equal((SuggestionState.Open, SuggestionReason.NotHelped, 2), (again.State, again.Reason, again.Count));
    }

    [Fact]
    public async Task Nobody_but_knowledge_editors_sees_or_decides_anything()
    {
        await using var room = new LearningRoom();
        var id = await room.AskedAsync(Zebra);
        foreach (var other in new[] { Staff.Agent, Staff.Lead, Staff.Nobody })
        {
            Assert.Null(await room.Desk.ReadAsync(other, new(), LearningRoom.Today, Ct));
            Assert.IsType<SuggestionOutcome.Refused>(await room.Desk.AttachAsync(other, id, "one", Agreed, LearningRoom.Silent, Ct));
            Assert.IsType<SuggestionOutcome.Refused>(await room.Desk.NeverAnswerAsync(other, id, Ct));
            Assert.IsType<SuggestionOutcome.Refused>(await room.Desk.DismissAsync(other, id, Ct));
            Assert.IsType<SuggestionOutcome.Refused>(await room.Service<NeverAnswerList>().AddAsync(other, "en", "x y", Ct));
        }

        Assert.Equal(SuggestionState.Open, (await room.OneAsync(id)).State);
        Assert.IsType<SuggestionOutcome.Missing>(await room.Desk.DismissAsync(Staff.Editor, id + 1, Ct));
    }

    [Fact]
    public async Task An_article_that_somebody_is_editing_is_not_published_behind_their_back()
    {
        await using var room = new LearningRoom();
        var id = await room.AskedAsync(Zebra);
        var desk = room.Service<ArticleDesk>();
        await desk.SaveDraftAsync(Staff.OtherEditor, new(new("one", "en"), "half written", 0, null), Ct);
        var outcome = await room.Desk.AttachAsync(Staff.Editor, id, "one", Agreed, LearningRoom.Silent, Ct);
        Assert.Equal(SuggestionState.Open, (await room.OneAsync(id)).State);
        Assert.True(outcome is SuggestionOutcome.BeingEdited or SuggestionOutcome.Missing);
    }

    private static DecisionBasis? Explain(LearningRoom room, string text) =>
        room.Service<SearchExplainer>().Explain(new(text, "en", BillingBot.Knowledge.Articles.Audience.Customer, LearningRoom.Today))?.Basis;
}
