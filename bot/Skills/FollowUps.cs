using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Recognizers;
using NodaTime;

namespace BillingBot.Skills;

/// <summary>Reads words that only make sense after what was said before: "and for Azure?", "and on Sunday?".</summary>
internal sealed class FollowUps(IDateTimeRecognizer dates, ArticleStore articles)
{
    private const int Short = 40;

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

    /// <summary>Whether words that found nothing are another date for the skill that just answered.</summary>
    public bool GoesOn(Turn turn, LocalDate today) =>
        turn.Text.Length <= Short
        && turn.State.LastArticleId is { } id
        && articles.Find(id, turn.Language.Code)?.Skill is not null
        && dates.Recognize(turn.Text, turn.Language.Code, today.At(LocalTime.Noon)).Count > 0;
}
