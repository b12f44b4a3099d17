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
        List<ReplyMessage> messages = article.IsSmallTalk
            ? [new() { Text = article.Answer, Choices = followUps, Language = turn.Language.Code }]
            :
            [
                new() { Text = $"{article.Answer}\n\n{SourceLine(turn, article)}", Language = turn.Language.Code },
                new()
                {
                    Text = phrases[turn.Language, "DidThisHelp"],
                    Choices =
                    [
                        new Choice(phrases[turn.Language, "Yes"], Verbs.Helped, article.Id),
                        new Choice(phrases[turn.Language, "No"], Verbs.NotHelped, article.Id),
                        .. followUps,
                    ],
                    Language = turn.Language.Code,
                },
            ];
        var state = turn.State with { UnsureInARow = 0, Asked = null, Unanswered = null };
        return new Reply(messages, article.IsSmallTalk ? state : state with
        {
            LastArticleId = article.Id,
            LastQuestion = turn.Text,
            AskedWhetherItHelped = true,
        })
        {
            Outcome = new Outcome("answer", "answered", article.Id, confidence),
        };
    }

    private string SourceLine(Turn turn, Article article)
    {
        var reviewed = LocalDatePattern.Create(phrases[turn.Language, "DateFormat"], turn.Language.Culture).Format(article.ReviewedOn);
        var source = article.SourceUrl is { } url ? $"[{article.Source}]({url})" : article.Source;
        return phrases.Format(turn.Language, "Source", source, reviewed);
    }
}
