using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Cases;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.Answer;

/// <summary>Says what an article says, where it is from, and asks whether that helped.</summary>
internal sealed class AnswerSkill(ArticleButtons buttons, Phrases<AnswerSkill> phrases)
{
    /// <summary>Whoever asks later wants to read it anew.</summary>
    private static readonly Duration StillOnScreen = Duration.FromMinutes(30);

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
            AnsweredAt = turn.Now.ToUnixTimeSeconds(),
            AnsweredTo = turn.SenderId,
            LastQuestion = turn.Text,
            AskedWhetherItHelped = true,
        })
        {
            Outcome = new Outcome("answer", "answered", article.Id, confidence),
        };
    }

    /// <summary>
    /// Whether the article is what was answered just before, to a question in the same language: the words are put in other
    /// words, and the answer did not do. Who presses the title, or comes back later, wants to read it again.
    /// </summary>
    public static bool IsToldAgain(Turn turn, Article article) => turn.State is { LastArticleId: { } last, LastQuestion: { } before, AnsweredAt: { } at }
        && turn.State.AnsweredTo == turn.SenderId && turn.Now - Instant.FromUnixTimeSeconds(at) <= StillOnScreen
        && last == article.Id && !article.IsSmallTalk && (LanguageDetector.Detect(before) ?? turn.Language) == turn.Language
        && TextFolding.Fold(turn.Text) != TextFolding.Fold(article.Title);

    /// <summary>Not the whole once more: that this is all there is, what goes further, and a person for what is missing.</summary>
    public Reply SayAgain(Turn turn, Article article, double? confidence) => new(
        [
            new()
            {
                Text = phrases.Format(turn.Language, "SameAgain", article.Title),
                Choices = [.. buttons.For(article.FollowUps.Where(id => id != ArticleButtons.TalkToPerson), turn.Language), new Choice(article.Title), .. buttons.For([ArticleButtons.TalkToPerson], turn.Language)],
                Language = turn.Language.Code,
            },
        ],
        turn.State with { Asked = null, LastQuestion = turn.Text, Unanswered = turn.Text })
    {
        Outcome = new Outcome("answer", "saidAgain", article.Id, confidence),
        Handoff = new HandoffRequest(CaseReason.NotHelped),
    };

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

    private string SourceLine(Turn turn, Article article)
    {
        var reviewed = LocalDatePattern.Create(phrases[turn.Language, "DateFormat"], turn.Language.Culture).Format(article.ReviewedOn);
        var source = article.SourceUrl is { } url ? $"[{article.Source}]({url})" : article.Source;
        return phrases.Format(turn.Language, "Source", source, reviewed);
    }
}
