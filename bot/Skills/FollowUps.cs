using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Recognizers;
using NodaTime;

namespace BillingBot.Skills;

/// <summary>Reads words that only make sense after what was said before: "and for Azure?", "and on Sunday?".</summary>
internal sealed class FollowUps(IDateTimeRecognizer dates, ArticleStore articles)
{
    private const string Hours = "support-hours";
    private const int Short = 60;
    private const int HardlyMore = 10;

    /// <summary>The search for the turn's words, with what they may lean on.</summary>
    public SearchRequest Request(Turn turn, LocalDate today)
    {
        // An unanswered "which platform?" counts as what was said before only for words that name nothing else.
        var leansOn = turn.State.Asked is { } asked && QueryHints.Read(TextFolding.Fold(turn.Text)).IsFollowUp
            ? asked.Options[0].ArticleId
            : turn.State.LastArticleId;
        return new SearchRequest(
            turn.Text, turn.Language.Code, Audience.Customer, today, leansOn, turn.State.LastQuestion);
    }

    /// <summary>
    /// The article that words with a date in them are about when the search is not sure: the skill that just answered,
    /// a near article that knows the calendar, or the hours when they say hardly more than the date.
    /// </summary>
    public string? MeantByDate(Turn turn, LocalDate today, IReadOnlyList<Article> nearest)
    {
        if (turn.Text.Length > Short)
        {
            return null;
        }

        var found = dates.Recognize(turn.Text, turn.Language.Code, today.At(LocalTime.Noon));
        return found.Count == 0 ? null
            : LastOfSkill(turn) ?? nearest.FirstOrDefault(article => article.Id == Hours)?.Id
            ?? (turn.Text.Length - found.Sum(date => date.Text.Length) <= HardlyMore ? Hours : null);
    }

    private string? LastOfSkill(Turn turn) =>
        turn.State.LastArticleId is { } id && articles.Find(id, turn.Language.Code)?.Skill is not null ? id : null;
}
