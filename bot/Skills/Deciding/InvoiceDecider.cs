using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Skills.Invoice;
using NodaTime;

namespace BillingBot.Skills.Deciding;

/// <summary>
/// Decides about words that name invoices: what is asked of them, together with what else the message asks; where a number
/// only stands beside another question, that question.
/// </summary>
internal sealed class InvoiceDecider(ArticleStore articles, InvoiceRoutes routes, QuestionParts parts, SearchDecider search)
{
    /// <returns>Null when no invoice is named.</returns>
    public async ValueTask<Decision?> DecideAsync(Turn turn, LocalDate today, CancellationToken cancellationToken)
    {
        if (await routes.RouteAsync(turn, cancellationToken) is not { } route || Find(turn, route.ArticleId) is not { } article)
        {
            return null;
        }

        var whole = new Decision.Open(article, turn, null, DecisionReason.Invoice);
        var questions = turn.State.Form is null ? parts.Questions(turn.Text, turn.Language) : [];
        if (questions.Count < 2)
        {
            return route.MayBeBeside && Sure(await search.FindAsync(turn, today, cancellationToken), turn, route.ArticleId) is { } beside ? beside : whole;
        }

        List<Decision.Open> answers = [];
        List<Decision.AskWhich> which = [];
        List<string> unknown = [];
        foreach (var question in questions)
        {
            var part = turn with { Text = question };
            if (await routes.RouteAsync(part, cancellationToken) is { } named && Find(turn, named.ArticleId) is { } found)
            {
                Add(answers, new(found, part, null, DecisionReason.Invoice));
                continue;
            }

            var finding = await search.FindAsync(part, today, cancellationToken);
            if (Sure(finding, part, null) is { } answer)
            {
                Add(answers, answer);
            }

            // What points to the invoice of another part is answered with that.
            else if (!parts.PointsBack(question, turn.Language))
            {
                which.AddRange(Which(finding, question));
                unknown.AddRange(Findings.IsUnknown(finding) ? [question] : []);
            }
        }

        return answers.Count + which.Count + unknown.Count > 1 && answers.Exists(answer => answer.Reason is DecisionReason.Invoice)
            ? Decision.Several.Of(answers, which, unknown)
            : whole;
    }

    private static void Add(List<Decision.Open> answers, Decision.Open answer)
    {
        if (answers.TrueForAll(other => other.Article.Id != answer.Article.Id))
        {
            answers.Add(answer);
        }
    }

    /// <summary>What the search is sure of, where that says more than the invoice itself would.</summary>
    private static Decision.Open? Sure(Finding finding, Turn turn, string? routed) =>
        finding is Finding.Sure({ Article.IsSmallTalk: false } match) && InvoiceRoutes.SaysMore(match.Article.Id, routed)
            ? new(match.Article, turn, match.Confidence, DecisionReason.Search)
            : null;

    private static IEnumerable<Decision.AskWhich> Which(Finding finding, string question) => finding switch
    {
        Finding.Variants(_, var matches) => [new(Findings.Articles(matches), question)],
        Finding.Which(var matches) when matches.All(match => InvoiceRoutes.SaysMore(match.Article.Id, null)) => [new(Findings.Articles(matches), question)],
        _ => [],
    };

    private Article? Find(Turn turn, string? articleId) => articles.Find(articleId, turn.Language.Code);
}
