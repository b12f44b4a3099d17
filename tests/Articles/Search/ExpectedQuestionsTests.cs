using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

public sealed class ExpectedQuestionsTests
{
    private static readonly Evidence Evidence = new(0.5f, 0.5f, 0.1f, 0.5f, 0.5f, 1, 0.5f, 0.5f, 0.2f, 0.8f, 0.5f, 5, 10);

    [Fact]
    public void Unanswerable_questions_count_halfway_between_what_is_assumed_and_what_was_asked()
    {
        var assumed = 18f / 74;
        Assert.Equal(assumed, Odds([.. Asked(5, 100)], []), 3);
        Assert.Equal((assumed + 0.02f) / 2, Odds([], [.. Asked(2, 100)]), 3);
        Assert.Equal((assumed + 1) / 2, Odds([], [.. Asked(100, 100)]), 3);
    }

    [Fact]
    public void Topics_left_out_stand_for_near_misses_where_none_is_known()
    {
        Assert.Equal(18f / 74, Odds([.. Of(QuestionKind.LeftOut, 300), .. Of(QuestionKind.Answerable, 100)], []), 3);
        Assert.Equal(27f / 74, Odds([.. Of(QuestionKind.LeftOut, 300), .. Of(QuestionKind.NearMiss, 10), .. Of(QuestionKind.Answerable, 100)], []), 3);
    }

    private static float Odds(List<HeldOut> held, List<HeldOut> asked)
    {
        var weighed = ExpectedQuestions.Weigh(held, asked, question => question.Place == 0);
        return weighed.Where(question => !question.IsRight).Sum(question => question.Weight) / weighed.Where(question => question.IsRight).Sum(question => question.Weight);
    }

    private static IEnumerable<HeldOut> Asked(int unanswerable, int answerable) =>
        [.. Of(QuestionKind.NearMiss, unanswerable), .. Of(QuestionKind.Answerable, answerable)];

    private static IEnumerable<HeldOut> Of(QuestionKind kind, int count) => Enumerable.Range(0, count).Select(_ =>
        new HeldOut(new TopicScores([new TopicScore(0, 0.5f)], Evidence with { }), kind == QuestionKind.Answerable ? 0 : -1, kind));
}
