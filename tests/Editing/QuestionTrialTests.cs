using BillingBot.Editing;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Skills;
using BillingBot.Skills.Deciding;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Editing;

public sealed class QuestionTrialTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("What happens if I don't pay my invoice?", "reminder")]
    [InlineData("please paint my zebra purple", "do not want to guess")]
    [InlineData("Can I cancel my subscription after ten days?", "new commerce")]
    public async Task It_says_what_the_bot_then_does(string question, string expected)
    {
        var result = await TryAsync(new(question));
        var reply = await shared.Bot.Conversation("emulator").CustomerSays(question);
        Assert.Contains(expected, reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(expected, result.Decision switch
        {
            Decision.Open { Article.Id: "late-payment" } => "reminder",
            Decision.Admit => "do not want to guess",
            Decision.AskWhich => "new commerce",
            _ => null,
        });
    }

    [Fact]
    public async Task It_tells_what_speaks_for_the_likeliest_article_and_what_nobody_taught()
    {
        var because = (await TryAsync(new("what becomes of an overdue invoice on my zebrafarm"))).Explanation!;
        Assert.Equal(0.95, because.Precision);
        Assert.InRange(because.Threshold, 0.01, 0.99);
        Assert.NotEmpty(because.Candidates);
        Assert.Contains(because.Words, word => word is { Text: "zebrafarm", IsTaught: false });
        Assert.Contains(because.Words, word => word.IsMatched);
        Assert.DoesNotContain(because.Words, word => word.Text == "an");
        Assert.All(because.Nearest, near => Assert.InRange(near.Similarity, 0.001, 1.01));
        Assert.Equal(because.Nearest.Select(near => near.Similarity).OrderDescending(), because.Nearest.Select(near => near.Similarity));
    }

    [Fact]
    public async Task A_taught_question_is_said_to_be_one()
    {
        var because = (await TryAsync(new("支払いが遅れるとどうなりますか"))).Explanation!;
        Assert.Equal(DecisionBasis.Taught, because.Basis);
        Assert.Equal(1, because.Candidates[0].Confidence);
        Assert.Equal(1, because.Nearest[0].Similarity, 0.05);
    }

    [Fact]
    public async Task A_follow_up_can_be_tried_after_its_question()
    {
        var result = await TryAsync(new("and for Azure?", Before: "How do I cancel a licence subscription on new commerce?"));
        Assert.NotNull(result.BeforeTitle);
        Assert.Equal("cancel-azure", Assert.IsType<Decision.Open>(result.Decision).Article.Id);
    }

    [Theory]
    [InlineData("How do I cancel my subscription?", "and for Azure?")]
    [InlineData("解約したい", "Azureの場合は？")]
    public async Task A_follow_up_of_what_the_bot_asked_back_can_be_tried_too(string before, string question)
    {
        var result = await TryAsync(new(question, Before: before));
        Assert.Null(result.BeforeTitle);
        Assert.Equal("cancel-azure", Assert.IsType<Decision.Open>(result.Decision).Article.Id);
    }

    [Fact]
    public async Task Asking_for_a_person_is_a_hand_over() =>
        Assert.Equal(ArticleButtons.TalkToPerson, Assert.IsType<Decision.Open>((await TryAsync(new("I want to talk to a person"))).Decision).Article.Id);

    [Fact]
    public async Task Nothing_is_sent_stored_or_learned()
    {
        await using var room = new LearningRoom();
        await TryAsync(new("please paint my zebra purple"), room.Bot);
        await TryAsync(new("my account was hacked!!"), room.Bot);
        Assert.Equal(0, await room.Bot.ReadAsync(db => db.Suggestions.CountAsync(Ct)));
        Assert.Equal(0, await room.Bot.ReadAsync(db => db.Cases.CountAsync(Ct)));
        Assert.Equal(0, await room.Bot.ReadAsync(db => db.Messages.CountAsync(Ct)));
    }

    [Fact]
    public async Task Odd_texts_are_explained_too()
    {
        foreach (var text in (string[])["🍚", "12 34", "\u202Eabc", new string('x', 4_000), "= ' \" <script>"])
        {
            Assert.NotNull((await TryAsync(new(text))).Explanation);
        }
    }

    [Fact]
    public async Task It_is_for_agents_and_editors_only() =>
        Assert.Null(await shared.Bot.Services.GetRequiredService<QuestionTrial>().TryAsync(Staff.Nobody, new("Hello"), Ct));

    private async Task<TrialResult> TryAsync(TrialQuestion question, BotHost? bot = null)
    {
        var result = await (bot ?? shared.Bot).Services.GetRequiredService<QuestionTrial>().TryAsync(Staff.Editor, question, Ct);
        Assert.NotNull(result);
        return result;
    }
}
