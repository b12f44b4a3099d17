using BillingBot.Conversation;
using BillingBot.Editing;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Cases;
using BillingBot.Skills.Answer;
using BillingBot.Skills.Clarify;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Deciding;
using BillingBot.Skills.Feedback;
using BillingBot.Skills.Forms;
using BillingBot.Skills.Handoff;
using BillingBot.Skills.OwnCases;
using BillingBot.Skills.Relay;
using BillingBot.Skills.Several;
using BillingBot.Skills.Unknown;
using BillingBot.Skills.Verify;
using BillingBot.Skills.Welcome;

namespace BillingBot.Skills;

/// <summary>
/// Acts on what the <see cref="Decider"/> made of a turn: the one place where it is known which skill does what.
/// </summary>
internal sealed class SkillRouter(
    ArticleStore articles,
    Decider decider,
    WelcomeSkill welcome,
    FeedbackSkill feedback,
    AnswerSkill answer,
    ClarifySkill clarify,
    UnknownSkill unknown,
    SeveralAnswers several,
    VerifySkill verify,
    OpenForms forms,
    HandoffSkill handoff,
    CaseDetails details,
    CaseRating rating,
    QuestionsToLearn learning,
    IEnumerable<ISkill> namedSkills)
{
    /// <summary>The article for "that is not what I asked".</summary>
    public const string NotHelped = "complaint-about-bot";

    private readonly Dictionary<string, ISkill> _named = namedSkills.ToDictionary(skill => skill.Name, StringComparer.Ordinal);

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => turn is { Case: { OwnerName: not null } owned }
        ? RelaySkill.Relay(turn, owned)
        : learning.Note(turn, OpenForms.Addressed(turn, await handoff.FollowAsync(turn, await ReplyAsync(turn, cancellationToken), cancellationToken)));

    private ValueTask<Reply> ReplyAsync(Turn turn, CancellationToken cancellationToken) => feedback.Said(turn) is { } helped
        ? ValueTask.FromResult(Feedback(turn, helped))
        : DecideAsync(turn with { State = turn.State with { AskedWhetherItHelped = false } }, cancellationToken);

    private async ValueTask<Reply> DecideAsync(Turn turn, CancellationToken cancellationToken) =>
        OpenForms.Addressed(turn, await forms.ContinueAsync(turn, cancellationToken) is { } continued
            ? await GoOnAsync(turn, continued, cancellationToken)
            : forms.Resume(turn, await RouteAsync(turn, cancellationToken)));

    /// <summary>Answers the question that waited for the form, as the person that is now known.</summary>
    private async ValueTask<Reply> GoOnAsync(Turn turn, Reply continued, CancellationToken cancellationToken)
    {
        if (continued.Then is not { } then || Find(turn, then.ArticleId) is not { } article)
        {
            return continued;
        }

        var answered = await OpenAsync(
            turn with { Text = then.Text, Person = then.Person, State = continued.State }, article, null, cancellationToken);
        return answered with
        {
            Messages = [.. continued.Messages, .. answered.Messages],
            Effects = [.. continued.Effects, .. answered.Effects],
            Outcome = continued.Outcome,
        };
    }

    private async ValueTask<Reply> RouteAsync(Turn turn, CancellationToken cancellationToken) =>
        await decider.DecideAsync(turn, cancellationToken) switch
        {
            Decision.Greet => await welcome.GreetAsync(turn, cancellationToken),
            Decision.End => new Reply([], ConversationState.Empty with { Welcomed = turn.State.Welcomed }),
            Decision.ReportFraud(var firstAid) => ReportFraud(turn, firstAid),
            Decision.Rate(var rated) => await rating.TakeAsync(turn, rated, cancellationToken),
            Decision.Open { Reason: DecisionReason.More } more => answer.Elaborate(turn, more.Article),
            Decision.Open { Reason: DecisionReason.Search or DecisionReason.Sentence } again when IsOnlyTold(again.Article) && AnswerSkill.IsToldAgain(turn, again.Article) =>
                answer.SayAgain(turn, again.Article, again.Confidence),
            Decision.Open open => await OpenAsync(open.Turn, open.Article, open.Confidence, cancellationToken),
            Decision.Several parts => await several.AnswerAsync(turn, parts, part => OpenAsync(part.Turn, part.Article, part.Confidence, cancellationToken)),
            Decision.AskWhich(var options, _) => clarify.AskWhich(turn, options),
            Decision.AskAgain(var asked) => clarify.AskAgain(turn, asked),
            Decision.StrayAnswer => unknown.AskBack(turn),
            Decision.AddToCase(var waiting) => await details.TakeAsync(turn, waiting, cancellationToken),
            Decision.Foreign(var language, var nearest) => unknown.NameLanguages(turn, language, nearest),
            Decision.Admit(var nearest) => unknown.Admit(turn, nearest),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };

    /// <summary>It tells the same however it is asked, and does nothing else.</summary>
    private static bool IsOnlyTold(Article article) => article is { Skill: null or CollectionsSkill.SkillName, Id: not (SecurityReport.ArticleId or NotHelped) };

    private async ValueTask<Reply> OpenAsync(Turn turn, Article article, double? confidence, CancellationToken cancellationToken)
    {
        if (article.Skill is not { } name)
        {
            return article.Id switch
            {
                SecurityReport.ArticleId => WithFirstAid(turn, article, confidence, atOnce: false),
                NotHelped => WithOffer(turn, article, confidence),
                _ => answer.Answer(turn, article, confidence),
            };
        }

        var (skill, opened) = (_named[name], turn with { Article = article });
        var reply = skill.ShowsAccountData && turn.IsOverheard
            ? await verify.OfferAsync(opened, cancellationToken)
            : await skill.RespondAsync(opened, cancellationToken);
        return reply with
        {
            // A case, and asking for a person, are nothing to lean on: what was spoken of before stays.
            State = name is HandoffSkill.SkillName or CaseSkill.SkillName ? reply.State with { Asked = null } : reply.State with
            {
                LastArticleId = article.Id,
                AnsweredAt = turn.Now.ToUnixTimeSeconds(),
                AnsweredTo = turn.SenderId,
                // Who somebody is makes no sense to lean on, and the words may hold a code.
                LastQuestion = name == VerifySkill.SkillName ? null : turn.Text,
                Asked = null,
                Unanswered = null,
                UnsureInARow = 0,
            },
            Outcome = reply.Outcome is { } outcome ? outcome with { ArticleId = article.Id, Confidence = confidence } : null,
        };
    }

    /// <summary>A compromised account goes to staff at once; what to do first stands in the article.</summary>
    private Reply ReportFraud(Turn turn, Article? firstAid) => firstAid is { } article
        ? WithFirstAid(turn, article, 1, atOnce: true)
        : new Reply([], turn.State) { Outcome = new Outcome(HandoffSkill.SkillName, "reported"), Handoff = Fraud(turn, atOnce: true) };

    private Reply WithFirstAid(Turn turn, Article article, double? confidence, bool atOnce)
    {
        var reply = answer.Answer(turn, article, confidence);
        return reply with
        {
            Messages = [reply.Messages[0].WithoutQuestion()],
            State = reply.State with { AskedWhetherItHelped = false },
            Handoff = Fraud(turn, atOnce),
        };
    }

    /// <summary>Whoever says so is offered a person, for the question that was not answered.</summary>
    private Reply WithOffer(Turn turn, Article article, double? confidence) => answer.Answer(turn, article, confidence) with
    {
        Handoff = new HandoffRequest(CaseReason.NotHelped) { Subject = turn.State.Unanswered ?? turn.State.LastQuestion ?? turn.Text },
    };

    private static HandoffRequest Fraud(Turn turn, bool atOnce) => new(CaseReason.Security)
    {
        Subject = turn.Text,
        Classification = Classification.Fraud,
        Urgency = Urgency.High,
        AtOnce = atOnce,
    };

    private Reply Feedback(Turn turn, bool helped)
    {
        // What a button carried is the caller's word: only the id of an article we know goes on.
        var article = Find(turn, turn.Action?.Argument ?? turn.State.LastArticleId);
        return feedback.Take(turn, helped, article?.Id, article?.FollowUps ?? []);
    }

    private Article? Find(Turn turn, string? articleId) => articles.Find(articleId, turn.Language.Code);
}
