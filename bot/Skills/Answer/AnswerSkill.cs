using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using NodaTime.Text;

namespace BillingBot.Skills.Answer;

/// <summary>Says what an article says, where it is from, and asks whether that helped.</summary>
internal sealed class AnswerSkill(ArticleButtons buttons, Phrases<AnswerSkill> phrases)
{
    public Reply Answer(Turn turn, Article article, double? confidence)
    {
        var followUps = buttons.For(article.FollowUps, turn.Language);
        var message = article.IsSmallTalk
            ? new ReplyMessage { Text = article.Answer, Choices = followUps, Language = turn.Language.Code }
            : new ReplyMessage
            {
                Text = $"{article.Answer}\n\n{SourceLine(turn, article)}",
                Question = phrases[turn.Language, "DidThisHelp"],
                Choices =
                [
                    new Choice(phrases[turn.Language, "Yes"], Verbs.Helped, article.Id),
                    new Choice(phrases[turn.Language, "No"], Verbs.NotHelped, article.Id),
                    .. followUps,
                ],
                Language = turn.Language.Code,
            };
        var state = turn.State with { UnsureInARow = 0, Asked = null, Unanswered = null };
        return new Reply([message], article.IsSmallTalk ? state : state with
        {
            LastArticleId = article.Id,
            LastQuestion = turn.Text,
            AskedWhetherItHelped = true,
        })
        {
            Outcome = new Outcome("answer", "answered", article.Id, confidence),
        };
    }

    /// <summary>"Why?" after an answer: the bot knows no more than it said, names where it is from and what goes further.</summary>
    public Reply Elaborate(Turn turn, Article article) => new(
        [
            new()
            {
                Text = $"{phrases[turn.Language, "NoMore"]}\n\n{SourceLine(turn, article)}",
                Choices = buttons.For(article.FollowUps.Where(id => id != ArticleButtons.TalkToPerson).Append(ArticleButtons.TalkToPerson), turn.Language),
                Language = turn.Language.Code,
            },
        ],
        turn.State with { Asked = null })
    {
        Outcome = new Outcome("answer", "elaborated", article.Id),
    };

    /// <summary>Another question of the same message, which waits for what is asked now.</summary>
    public ReplyMessage NextQuestion(Turn turn, Article article) => new()
    {
        Text = phrases[turn.Language, "NextQuestion"],
        Choices = [new Choice(article.Title)],
        Language = turn.Language.Code,
    };

    private string SourceLine(Turn turn, Article article)
    {
        var reviewed = LocalDatePattern.Create(phrases[turn.Language, "DateFormat"], turn.Language.Culture).Format(article.ReviewedOn);
        var source = article.SourceUrl is { } url ? $"[{article.Source}]({url})" : article.Source;
        return phrases.Format(turn.Language, "Source", source, reviewed);
    }
}
