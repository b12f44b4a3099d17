using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Editing;

/// <summary>What becomes a suggestion, and what is kept of it.</summary>
public sealed class QuestionsToLearnTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_words_are_one_suggestion_with_a_count_and_the_last_time()
    {
        await using var room = new LearningRoom();
        await room.Bot.Conversation().CustomerSays("please paint my zebra purple");
        room.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.Bot.Conversation().CustomerSays("Please,  paint my ZEBRA purple!!");
        await room.Bot.Conversation().CustomerSays("シマウマを紫色に塗ってください");

        var open = await room.OpenAsync(new() { MostOften = true });

        var zebra = open[0].Suggestion;
        Assert.Equal(("Please,  paint my ZEBRA purple!!", 2), (zebra.Text, zebra.Count));
        Assert.Equal(NodaTime.Duration.FromMinutes(1), zebra.LastAt - zebra.FirstAt);
        Assert.Equal(("ja", 1), (open[1].Suggestion.Language, open[1].Suggestion.Count));
    }

    [Fact]
    public async Task Whose_question_it_was_is_not_kept()
    {
        await using var room = new LearningRoom();
        await room.Bot.Conversation(user: TestUser.Alex).CustomerSays(
            "Can Alex Wilber borrow the blue tractor of Contoso, mail alex@contoso.com, account 4929123412341234?");
        var suggestion = Assert.Single(await room.OpenAsync()).Suggestion;
        foreach (var secret in (string[])["Alex", "Contoso", "@", "4929", "1234"])
        {
            Assert.DoesNotContain(secret, suggestion.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, suggestion.Folded, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("blue tractor", suggestion.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(room.Bot.Logs.Lines, line => line.Contains("tractor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_no_to_did_this_help_is_about_the_question_before()
    {
        await using var room = new LearningRoom();
        var customer = room.Bot.Conversation();
        await customer.CustomerSays("What about one?");
        Assert.Empty(await room.OpenAsync());
        await customer.CustomerSays("No");
        var suggestion = Assert.Single(await room.OpenAsync()).Suggestion;
        Assert.Equal(("What about one?", SuggestionReason.NotHelped, "one"), (suggestion.Text, suggestion.Reason, suggestion.ArticleId));
    }

    [Fact]
    public async Task Asking_for_a_person_right_after_an_answer_counts_as_its_failure()
    {
        await using var room = new LearningRoom();
        var customer = room.Bot.Conversation();
        await customer.CustomerSays("What about one?");
        await customer.CustomerSays("I want to talk to a person");
        var suggestion = Assert.Single(await room.OpenAsync()).Suggestion;
        Assert.Equal((SuggestionReason.AskedForPerson, "one"), (suggestion.Reason, suggestion.ArticleId));
    }

    [Fact]
    public async Task Answers_and_signs_alone_are_nothing_to_learn()
    {
        await using var room = new LearningRoom();
        var customer = room.Bot.Conversation();
        foreach (var words in (string[])["🍚🍚🍚", "What about one?", "12345"])
        {
            await customer.CustomerSays(words);
        }

        Assert.Equal(0, await room.Bot.ReadAsync(db => db.Suggestions.CountAsync(Ct)));
    }

    [Fact]
    public async Task Huge_and_odd_texts_are_kept_short_and_whole()
    {
        await using var room = new LearningRoom();
        await room.Bot.Conversation().CustomerSays(string.Concat(Enumerable.Repeat("zebra 🦓 purple =cmd|'/c calc'!A0 \u202Eabc ", 100)));
        var suggestion = Assert.Single(await room.OpenAsync()).Suggestion;
        Assert.InRange(suggestion.Text.Length, 1, QuestionSuggestion.LongestText);
        Assert.DoesNotContain('\uFFFD', suggestion.Text);
        Assert.False(char.IsHighSurrogate(suggestion.Text[^2]));
    }
}
