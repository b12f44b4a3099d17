using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Answer;
using BillingBot.Skills.Clarify;
using BillingBot.Skills.Feedback;
using BillingBot.Skills.Forms;
using BillingBot.Skills.Handoff;
using BillingBot.Skills.Invoice;
using BillingBot.Skills.OwnCases;
using BillingBot.Skills.RefundWindow;
using BillingBot.Skills.Relay;
using BillingBot.Skills.Share;
using BillingBot.Skills.Unknown;
using BillingBot.Skills.Verify;
using BillingBot.Skills.Welcome;
using BillingBot.Telemetry;
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
    InvoiceRoutes invoices,
    RefundRoutes refunds,
    ShareSkill share,
    VerifySkill verify,
    OpenForms forms,
    HandoffSkill handoff,
    CaseDetails details,
    SecurityReport security,
    PersonRequest person,
    CaseRoutes cases,
    CaseRating rating,
    IEnumerable<ISkill> namedSkills)
{
    /// <summary>From this confidence on "is it this?" is more useful than "I do not know".</summary>
    private const double WorthAsking = 0.3;

    /// <summary>The article for "that is not what I asked".</summary>
    private const string NotHelped = "complaint-about-bot";

    private readonly Dictionary<string, ISkill> _named = namedSkills.ToDictionary(skill => skill.Name, StringComparer.Ordinal);

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => turn is { Case: { OwnerName: not null } owned }
        ? RelaySkill.Relay(turn, owned)
        : OpenForms.Addressed(turn, await handoff.FollowAsync(turn, await ReplyAsync(turn, cancellationToken), cancellationToken));

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

    private async ValueTask<Reply> RouteAsync(Turn turn, CancellationToken cancellationToken) => turn switch
    {
        { Kind: TurnKind.Joined } => await welcome.GreetAsync(turn, cancellationToken),
        { Kind: TurnKind.Ended } => new Reply([], ConversationState.Empty with { Welcomed = turn.State.Welcomed }),
        { Text: "" } => unknown.Admit(turn, []),
        _ when security.IsMade(turn) => ReportFraud(turn),
        _ when person.IsPlain(turn) && Find(turn, ArticleButtons.TalkToPerson) is { } wanted => await OpenAsync(turn, wanted, 1, cancellationToken),
        _ when rating.Said(turn) is { } rated => await rating.TakeAsync(turn, rated, cancellationToken),
        _ when Find(turn, cases.ArticleFor(turn)) is { } ofCase => await OpenAsync(turn, ofCase, 1, cancellationToken),
        _ when Find(turn, await share.ArticleForAsync(turn, cancellationToken)) is { } asked => await OpenAsync(turn, asked, null, cancellationToken),
        _ when Find(turn, await invoices.ArticleForAsync(turn, cancellationToken)) is { } named =>
            await OpenAsync(turn, named, null, cancellationToken),
        _ when feedback.IsStray(turn) => unknown.AskBack(turn),
        _ when openQuestions.AnsweredWith(turn, Today(turn)) is { } articleId && Find(turn, articleId) is { } chosen =>
            await OpenAsync(turn with { Text = turn.State.LastQuestion ?? turn.Text }, chosen, 1, cancellationToken),
        { State.Asked: { } asked } when !HasWords(turn.Text) => clarify.AskAgain(turn, asked),
        _ when Find(turn, followUps.AnotherDay(turn, Today(turn))) is { } hours => await OpenAsync(turn, hours, null, cancellationToken),
        _ when followUps.WantedLanguage(turn) is { } language && Find(turn with { Language = language }, turn.State.LastArticleId) is { } again =>
            await OpenAsync(InLanguage(turn, language), again, null, cancellationToken),
        _ => await SearchAsync(turn, cancellationToken),
    };

    private Finding Search(Turn turn)
    {
        using var search = TurnTrace.Part("search");
        return finder.Find(followUps.Request(turn, Today(turn)) with { ExcludedTopic = person.IsOther(turn) ? ArticleButtons.TalkToPerson : null });
    }

    private async ValueTask<Reply> SearchAsync(Turn turn, CancellationToken cancellationToken) =>
        Search(turn) switch
        {
            Finding.Sure(var match) => await OpenAsync(turn, match.Article, match.Confidence, cancellationToken),
            Finding.Which or Finding.Unsure when Find(turn, refunds.ArticleFor(turn, Today(turn))) is { } window => await OpenAsync(turn, window, null, cancellationToken),
            Finding.Unsure(var nearest) when Find(turn, followUps.MeantByDate(turn, Today(turn), Articles(nearest))) is { } meant =>
                await OpenAsync(turn, meant, null, cancellationToken),
            Finding.Which or Finding.Unsure when turn.Case is { } waiting && waiting.IsOf(turn) => await details.TakeAsync(turn, waiting, cancellationToken),
            Finding.Which(var matches) => clarify.AskWhich(turn, Articles(matches)),
            Finding.Variants(_, var matches) => clarify.AskWhich(turn, Articles(matches)),
            Finding.Unsure([{ Confidence: >= WorthAsking }, ..] nearest) when HasWords(turn.Text) => clarify.AskWhich(turn, Articles(nearest)),
            Finding.Unsure(var nearest) => unknown.Admit(turn, HasWords(turn.Text) ? Articles(nearest) : []),
            var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
        };

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
    private Reply ReportFraud(Turn turn) => Find(turn, SecurityReport.ArticleId) is { } article
        ? WithFirstAid(turn, article, 1, atOnce: true)
        : new Reply([], turn.State) { Outcome = new Outcome(HandoffSkill.SkillName, "reported"), Handoff = Fraud(turn, atOnce: true) };

    private Reply WithFirstAid(Turn turn, Article article, double? confidence, bool atOnce)
    {
        var reply = answer.Answer(turn, article, confidence);
        return reply with
        {
            Messages = [reply.Messages[0]],
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

    private Article? Find(Turn turn, string? articleId) =>
        articleId is null ? null : articles.Find(articleId, turn.Language.Code);

    /// <summary>Articles hold by the partner's calendar day.</summary>
    private LocalDate Today(Turn turn) => turn.Now.InZone(offer.Zone).Date;

    private static Turn InLanguage(Turn turn, Language language) => turn with
    {
        Language = language,
        Text = turn.State.LastQuestion ?? turn.Text,
        State = turn.State with { Language = language.Code },
    };

    /// <summary>Digits and signs alone ask nothing.</summary>
    private static bool HasWords(string text) => text.Any(char.IsLetter);

    private static List<Article> Articles(IEnumerable<ArticleMatch> matches) => [.. matches.Select(match => match.Article)];
}
