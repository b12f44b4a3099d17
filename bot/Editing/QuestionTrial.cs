using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Clarify;
using BillingBot.Skills.Deciding;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Editing;

/// <summary>
/// Lets staff ask what the bot would do with a question. It goes the way of a customer's message up to the decision, and
/// stops there: nothing is sent, stored or learned.
/// </summary>
internal sealed class QuestionTrial(
    Decider decider, ClarifySkill clarify, SearchExplainer explainer, IDbContextFactory<BillingDb> factory, PublishedOffer offer, IClock clock)
{
    /// <returns>Null for whom it is not.</returns>
    public async Task<TrialResult?> TryAsync(StaffUser staff, TrialQuestion question, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.Agent) && !staff.Is(StaffRole.KnowledgeEditor))
        {
            return null;
        }

        var person = staff.Is(StaffRole.Lead) && question.CustomerId is { Length: > 0 } customer ? await PersonAsync(customer, cancellationToken) : null;
        var language = Language.FromLocale(question.Language) ?? LanguageDetector.Detect(question.Text) ?? Language.FromLocale(person?.Language) ?? Language.English;
        var turn = new Turn
        {
            Kind = TurnKind.Message,
            Text = question.Text.Trim(),
            Language = language,
            Person = person,
            State = ConversationState.Empty with { Language = language.Code },
            Now = clock.GetCurrentInstant(),
        };
        var (state, title) = await BeforeAsync(turn, question.Before?.Trim() ?? "", cancellationToken);
        var decision = await decider.DecideAsync(turn with { State = state }, cancellationToken);
        return new TrialResult(language, decision, Explain(turn with { State = state }), person?.Name, title);
    }

    private Explanation? Explain(Turn turn) => explainer.Explain(new SearchRequest(
        turn.Text, turn.Language.Code, Audience.Customer, turn.Now.InZone(offer.Zone).Date, turn.State.LastArticleId, turn.State.LastQuestion));

    /// <summary>What the bot would remember of the question before; of one that it asked back, what it asked.</summary>
    private async Task<(ConversationState State, string? Title)> BeforeAsync(Turn turn, string before, CancellationToken cancellationToken) =>
        before.Length == 0 ? (turn.State, null) : await decider.DecideAsync(turn with { Text = before }, cancellationToken) switch
        {
            Decision.Open(var article, _, _, _) => (turn.State with { LastArticleId = article.Id, LastQuestion = before }, article.Title),
            Decision.AskWhich(var options, _) => (clarify.AskWhich(turn with { Text = before }, options).State, null),
            _ => (turn.State, null),
        };

    private async Task<KnownPerson?> PersonAsync(string customerId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return PersonRecogniser.Known(await db.People.Include(person => person.Customer).Where(person => person.CustomerId == customerId)
            .OrderByDescending(person => person.IsBillingContact).ThenBy(person => person.Id).FirstOrDefaultAsync(cancellationToken));
    }
}
