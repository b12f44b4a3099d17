using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Answer;
using BillingBot.Skills.Clarify;
using BillingBot.Skills.Feedback;
using BillingBot.Skills.Unknown;
using BillingBot.Skills.Welcome;
using NodaTime;

namespace BillingBot.Skills;

/// <summary>
/// Decides, in one place, which skill answers a turn. Everything a customer can say is an article, so after the few
/// things that belong to the conversation itself the best article decides: it holds an answer or names a skill.
/// </summary>
internal sealed class SkillRouter(
    ArticleFinder finder,
    ArticleStore articles,
    OpenQuestions openQuestions,
    FollowUps followUps,
    PublishedOffer offer,
    WelcomeSkill welcome,
    FeedbackSkill feedback,
    AnswerSkill answer,
    ClarifySkill clarify,
    UnknownSkill unknown,
    IEnumerable<ISkill> namedSkills)
{
    private readonly Dictionary<string, ISkill> _named = namedSkills.ToDictionary(skill => skill.Name, StringComparer.Ordinal);

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => turn switch
    {
        { Kind: TurnKind.Joined } => welcome.Greet(turn),
        { Kind: TurnKind.Ended } => new Reply([], ConversationState.Empty with { Welcomed = turn.State.Welcomed }),
        _ when feedback.Said(turn) is { } helped => Feedback(turn, helped),
        { Text: "" } => unknown.Admit(turn, []),
        _ when openQuestions.AnsweredWith(turn, Today(turn)) is { } articleId && Find(turn, articleId) is { } chosen =>
            await OpenAsync(turn with { Text = turn.State.LastQuestion ?? turn.Text }, chosen, 1, cancellationToken),
        _ => await SearchAsync(turn, cancellationToken),
    };

    private async ValueTask<Reply> SearchAsync(Turn turn, CancellationToken cancellationToken) =>
        finder.Find(followUps.Request(turn, Today(turn))) switch
        {
            Finding.Sure(var match) => await OpenAsync(turn, match.Article, match.Confidence, cancellationToken),
            Finding.Which(var matches) => clarify.AskWhich(turn, Articles(matches)),
            Finding.Variants(_, var matches) => clarify.AskWhich(turn, Articles(matches)),
            Finding.Unsure(var nearest) when Find(turn, followUps.MeantByDate(turn, Today(turn), Articles(nearest))) is { } meant =>
                await OpenAsync(turn, meant, null, cancellationToken),
            Finding.Unsure(var nearest) => unknown.Admit(turn, Articles(nearest)),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };

    private async ValueTask<Reply> OpenAsync(Turn turn, Article article, double? confidence, CancellationToken cancellationToken)
    {
        if (article.Skill is not { } name)
        {
            return answer.Answer(turn, article, confidence);
        }

        var reply = await _named[name].RespondAsync(turn with { Article = article }, cancellationToken);
        return reply with
        {
            State = reply.State with { LastArticleId = article.Id, LastQuestion = turn.Text, Asked = null, UnsureInARow = 0 },
            Outcome = reply.Outcome is { } outcome ? outcome with { ArticleId = article.Id, Confidence = confidence } : null,
        };
    }

    private Reply Feedback(Turn turn, bool helped)
    {
        var articleId = turn.Action?.Argument ?? turn.State.LastArticleId;
        return feedback.Take(turn, helped, articleId, Find(turn, articleId)?.FollowUps ?? []);
    }

    private Article? Find(Turn turn, string? articleId) =>
        articleId is null ? null : articles.Find(articleId, turn.Language.Code);

    /// <summary>Articles hold by the partner's calendar day.</summary>
    private LocalDate Today(Turn turn) => turn.Now.InZone(offer.Zone).Date;

    private static List<Article> Articles(IEnumerable<ArticleMatch> matches) => [.. matches.Select(match => match.Article)];
}
