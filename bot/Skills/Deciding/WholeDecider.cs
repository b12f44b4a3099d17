using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Skills.RefundWindow;
using NodaTime;

namespace BillingBot.Skills.Deciding;

/// <summary>What becomes of words that were searched for as one: the answer, the question which one is meant, or that the bot does not know.</summary>
internal sealed class WholeDecider(ArticleStore articles, FollowUps followUps, RefundRoutes refunds, PurchaseEra purchases)
{
    /// <summary>Digits and signs alone ask nothing.</summary>
    public static bool HasWords(string text) => text.Any(char.IsLetter);

    public Decision Decide(Turn turn, LocalDate today, Finding whole) => whole switch
    {
        not Finding.Sure({ Confidence: 1 }) when Article(turn, followUps.OnlyADate(turn, today)) is { } hours => new Decision.Open(hours, turn, null, DecisionReason.Date),
        Finding.Sure(var match) => new Decision.Open(match.Article, turn, match.Confidence, DecisionReason.Search),
        Finding.Which or Finding.Unsure when Article(turn, refunds.ArticleFor(turn, today)) is { } window => new Decision.Open(window, turn, null, DecisionReason.Date),
        Finding.Unsure(var nearest) when Article(turn, followUps.MeantByDate(turn, today, Findings.Articles(nearest.TakeWhile(match => match.Confidence >= Findings.WorthAsking)))) is { } meant =>
            new Decision.Open(meant, turn, null, DecisionReason.Date),
        Finding.Which or Finding.Unsure when turn.Case is { } waiting && waiting.IsOf(turn) => new Decision.AddToCase(waiting),
        Finding.Which(var matches) => new Decision.AskWhich(Findings.Articles(matches), turn.Text),
        Finding.Variants(_, var matches) when NewCommerce(turn, today, matches) is { } article => new Decision.Open(article, turn, matches.Sum(match => match.Confidence), DecisionReason.Date),
        Finding.Variants(_, var matches) => new Decision.AskWhich(Findings.Articles(matches), turn.Text),
        Finding.Unsure([{ Confidence: >= Findings.WorthAsking }, ..] nearest) when HasWords(turn.Text) => new Decision.AskWhich(Findings.Articles(nearest), turn.Text),
        Finding.Unsure(var nearest) => new Decision.Admit(HasWords(turn.Text) ? Findings.Articles(nearest) : []),
        var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
    };

    private Article? NewCommerce(Turn turn, LocalDate today, IReadOnlyList<ArticleMatch> matches) =>
        matches.Where(match => match.Article.Era == PlatformEra.NewCommerce).ToList() is [{ Article: var only }] && purchases.SaysNewCommerce(turn, today) ? only : null;

    private Article? Article(Turn turn, string? articleId) => articles.Find(articleId, turn.Language.Code);
}
