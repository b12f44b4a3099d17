using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Dispute;
using BillingBot.Skills.Feedback;
using BillingBot.Skills.Handoff;
using BillingBot.Skills.Invoice;
using BillingBot.Skills.OwnCases;
using BillingBot.Skills.Share;
using NodaTime;

namespace BillingBot.Skills.Deciding;

/// <summary>
/// Decides what becomes of a turn, and does nothing: the router acts on it, and the console shows it to staff who try a
/// question. Everything a customer can say is an article, so after the few things that belong to the conversation itself
/// the search decides.
/// </summary>
internal sealed class Decider(
    ArticleStore articles,
    SearchDecider search,
    OpenQuestions openQuestions,
    FollowUps followUps,
    PublishedOffer offer,
    FeedbackSkill feedback,
    InvoiceDecider invoices,
    DisputeWithdrawal disputes,
    ShareSkill share,
    SecurityReport security,
    PersonRequest person,
    CaseRoutes cases,
    CaseWords caseWords,
    CaseRating rating)
{
    /// <summary>Longer words about waiting may be about something else: "how long is my subscription suspended?"</summary>
    private const int ShortImpatience = 24;

    public ValueTask<Decision> DecideAsync(Turn turn, CancellationToken cancellationToken) =>
        OfSaidAsync(turn with { Text = PastedMail.Body(turn.Text) }, cancellationToken);

    private async ValueTask<Decision> OfSaidAsync(Turn turn, CancellationToken cancellationToken) => turn switch
    {
        { Kind: TurnKind.Joined } => new Decision.Greet(),
        { Kind: TurnKind.Ended } => new Decision.End(),
        { Text: "" } => new Decision.Admit([]),
        _ when security.IsMade(turn) => new Decision.ReportFraud(Find(turn, SecurityReport.ArticleId)),
        _ when person.IsPlain(turn) && Find(turn, ArticleButtons.TalkToPerson) is { } wanted => new Decision.Open(wanted, turn, 1, DecisionReason.Person),
        _ when rating.Said(turn) is { } rated => new Decision.Rate(rated),
        _ when disputes.IsAsked(turn) && Find(turn, InvoiceRoutes.Dispute) is { } disputed => new Decision.Open(disputed, turn, 1, DecisionReason.Invoice),
        _ when Find(turn, cases.ArticleFor(turn)) is { } ofCase => await OfCaseAsync(turn, ofCase, cancellationToken),
        _ when Find(turn, await share.ArticleForAsync(turn, cancellationToken)) is { } asked => new Decision.Open(asked, turn, null, DecisionReason.Share),
        _ when await invoices.DecideAsync(turn, Today(turn), cancellationToken) is { } ofInvoices => ofInvoices,
        _ when feedback.IsStray(turn) => new Decision.StrayAnswer(),
        _ when openQuestions.AnsweredWith(turn, Today(turn)) is { } articleId && Find(turn, articleId) is { } chosen =>
            new Decision.Open(chosen, turn with { Text = turn.State.LastQuestion ?? turn.Text }, 1, DecisionReason.Chosen),
        { State.Asked: { } asked } when !WholeDecider.HasWords(turn.Text) => new Decision.AskAgain(asked),
        _ when Find(turn, followUps.AnotherDay(turn, Today(turn))) is { } hours => new Decision.Open(hours, turn, null, DecisionReason.Date),
        _ when followUps.WantedLanguage(turn) is { } language && Find(turn with { Language = language }, turn.State.LastArticleId) is { } again && FollowUps.OnlyTells(again) =>
            new Decision.Open(again, InLanguage(turn, language), null, DecisionReason.OtherLanguage),
        _ when followUps.AsksForMore(turn) && Find(turn, turn.State.LastArticleId) is { IsSmallTalk: false } last =>
            new Decision.Open(last, turn, null, DecisionReason.More),
        { Case: null } when followUps.AsksForMore(turn) => new Decision.Admit([]),
        { Case: { } waiting, Text.Length: <= ShortImpatience } when waiting.IsOf(turn) && caseWords.AsksWait(turn.Text, turn.Language) => new Decision.AddToCase(waiting),
        _ => await search.DecideAsync(turn, Today(turn), cancellationToken),
    };

    /// <summary>"Here is more for ticket 1042": where the patterns know only that a case is named, the search may know what is to be done.</summary>
    private async ValueTask<Decision> OfCaseAsync(Turn turn, Article article, CancellationToken cancellationToken) =>
        article.Id == CaseRoutes.Status && await search.FindAsync(turn, Today(turn), cancellationToken) is Finding.Sure({ Article.IsSmallTalk: false } match)
            && (cases.IsWithin(turn) || CaseRoutes.MayBeGuessed(match.Article.Id))
            ? new Decision.Open(match.Article, turn, match.Confidence, DecisionReason.Search)
            : new Decision.Open(article, turn, 1, DecisionReason.Case);

    private Article? Find(Turn turn, string? articleId) => articles.Find(articleId, turn.Language.Code);

    /// <summary>Articles hold by the partner's calendar day.</summary>
    private LocalDate Today(Turn turn) => turn.Now.InZone(offer.Zone).Date;

    private static Turn InLanguage(Turn turn, Language language) => turn with
    {
        Language = language,
        Text = turn.State.LastQuestion ?? turn.Text,
        State = turn.State with { Language = language.Code },
    };
}
