using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;

namespace BillingBot.Skills.Clarify;

/// <summary>Asks which one is meant when the words fit several articles.</summary>
internal sealed class ClarifySkill(ArticleButtons buttons, Phrases<ClarifySkill> phrases)
{
    /// <param name="turn">The turn.</param>
    /// <param name="candidates">Best first; the variants of one topic are offered from the general to the particular.</param>
    public Reply AskWhich(Turn turn, IReadOnlyList<Article> candidates)
    {
        var isOneTopic = candidates.All(article => article.Topic == candidates[0].Topic);
        List<Article> articles = isOneTopic
            ? [.. candidates.OrderBy(article => article.Product).ThenBy(article => article.Era).ThenBy(article => article.Cloud)]
            : [.. candidates];
        var byEra = isOneTopic && articles.Select(article => article.Era).Distinct().Count() > 1;
        var (question, more) = (isOneTopic, byEra) switch
        {
            (_, true) => ("WhichPlatform", "new-or-legacy"),
            (true, _) => ("WhichVariant", ArticleButtons.TalkToPerson),
            _ => ("WhichTopic", ArticleButtons.TalkToPerson),
        };
        return new Reply(
            [
                new ReplyMessage
                {
                    Text = phrases[turn.Language, question],
                    Choices = [.. articles.Select(article => new Choice(article.Title)), .. buttons.For([more], turn.Language)],
                    Language = turn.Language.Code,
                },
            ],
            turn.State with
            {
                LastQuestion = turn.Text,
                Asked = new OpenQuestion([.. articles.Select(article => new QuestionOption(article.Title, article.Id))])
                {
                    IsAboutEra = byEra,
                },
                UnsureInARow = 0,
            })
        {
            Outcome = new Outcome("clarify", byEra ? "askedPlatform" : "askedWhich", articles[0].Id),
        };
    }
}
