using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Promise;
using NodaTime;

namespace BillingBot.Skills.Invoice;

/// <summary>
/// Words that name an invoice need no search: they lead to the article whose skill deals with it. Words that may also
/// be about the rules ("what happens if I don't pay my invoice") are left to the search.
/// </summary>
internal sealed class InvoiceRoutes(Receivables receivables, InvoiceQuestionReader reader, InvoicePlaces places, PromiseRoutes promises, ArticleStore articles)
{
    public const string Status = "invoice-status", Lines = "invoice-lines", Payments = "invoice-payments", Why = "why-this-amount",
        Dispute = "dispute-invoice", Promise = "promise-to-pay", Copy = "invoice-copy", PaymentNotShown = "payment-not-shown";

    private const int DaysOfPayment = 60;

    private static readonly HashSet<string> OfInvoices = new(StringComparer.Ordinal) { Status, Lines, Payments, Why, Dispute, Promise };

    /// <summary>
    /// Whether an article says more of an invoice than the one that its number leads to. To dispute it, to promise a day or to say
    /// that it is paid is more than to ask how it stands; a corrected invoice is no copy.
    /// </summary>
    /// <param name="articleId">What the words ask for.</param>
    /// <param name="routed">Where the number leads; null when it stands in another part of the message.</param>
    public static bool SaysMore(string articleId, string? routed) =>
        (!OfInvoices.Contains(articleId) && articleId != PaymentNotShown && !(articleId is Copy && routed is Dispute))
        || (routed is Status && articleId is Dispute or Promise or PaymentNotShown);

    public static bool IsOfInvoices(string articleId) => OfInvoices.Contains(articleId);

    /// <returns>Null when no invoice is named.</returns>
    public async ValueTask<InvoiceRoute?> RouteAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn is not { Kind: TurnKind.Message, Text.Length: > 0 })
        {
            return null;
        }

        if (promises.IsMeant(turn))
        {
            return new InvoiceRoute(Existing(Promise, turn.Language), MayBeBeside: false);
        }

        var isWithin = turn.State is { Asked: null, LastArticleId: { } last } && OfInvoices.Contains(last);
        if (!isWithin && turn.Person is not null && !reader.MayName(turn))
        {
            return null;
        }

        var own = turn.Person is { } person
            ? await receivables.NamesAsync(person.CustomerId, person.Today(turn.Now), cancellationToken)
            : InvoiceNames.None;
        return (isWithin ? reader.Read(turn, own) : reader.ReadWhole(turn, own)) is not { } question ? null
            : isWithin && IsDayOfPayment(turn, question) ? new InvoiceRoute(Existing(Promise, turn.Language), MayBeBeside: false)
            : Names(turn, question, isWithin) ? new InvoiceRoute(Existing(ArticleOf(question), turn.Language), MayBeBeside(question))
            : null;
    }

    private static bool MayBeBeside(InvoiceQuestion question) =>
        question is { Numbers.Count: > 0, IsWhollyUnderstood: false, Aspect: not InvoiceAspect.Promise };

    /// <summary>"On Friday", where the bot has just said: "or tell me the day you will pay".</summary>
    private static bool IsDayOfPayment(Turn turn, InvoiceQuestion question) =>
        turn is { MaySeeAmounts: true, Person: { } person, State.LastInvoice: not null }
        && question is
        {
            Numbers.Count: 0, Aspect: null, State: null, Amount: null, Product: null, Extent: SaidExtent.Any,
            NamesInvoices: false, Asks: false, IsWhollyUnderstood: true, Periods: [var day]
        }
        && day.Meanings.Any(meaning => meaning.End == meaning.Start.PlusDays(1) && IsSoon(meaning.Start, person.Today(turn.Now)));

    private static bool IsSoon(LocalDate day, LocalDate today) => day >= today && day <= today.PlusDays(DaysOfPayment);

    /// <summary>Whether the words name invoices, or go on about the one or the list spoken of just before.</summary>
    private bool Names(Turn turn, InvoiceQuestion question, bool isWithin) => question switch
    {
        { Numbers.Count: > 0 } => true,
        _ when isWithin && places.Read(turn) is not null => true,
        { IsOfOwn: true } => true,
        { IsWhollyUnderstood: false } => false,
        _ when isWithin && IsBesideShown(turn.State, question) => true,
        { PointsBack: true, NamesInvoices: true, Selects: false, Aspect: not null } when turn.State is { Asked: null, LastInvoice: not null } => true,
        { Selects: false } => isWithin && turn.State.LastInvoice is not null && question.Aspect is not null && !question.IsOfMany,
        _ when isWithin => question.Narrows || question.Asks || question.PointsBack || question.Aspect is not null || !question.NamesInvoices,

        // "Is the September one paid?"
        { NamesInvoices: false, Periods.Count: > 0, Aspect: InvoiceAspect.IsPaid } => true,
        { NamesInvoices: false } => false,

        // "Why is my Azure bill so high?", "when will the next invoice be sent?": the articles know.
        { Aspect: InvoiceAspect.Why or InvoiceAspect.Dispute or InvoiceAspect.Copy, Periods.Count: 0, Amount: null } => false,
        { Basis: PeriodBasis.Issued, Extent: SaidExtent.Next } => false,
        _ => question is { Narrows: true } or { Asks: true } or { IsOfMany: true },
    };

    /// <summary>"And the one before?", "and the others?", of an invoice or a list on screen.</summary>
    private static bool IsBesideShown(ConversationState state, InvoiceQuestion question) =>
        question.MeansOneBefore || (question.MeansOther && (state.LastInvoice is not null || state.ListedInvoices.Count > 0));

    private static string ArticleOf(InvoiceQuestion question) => question.Aspect switch
    {
        InvoiceAspect.Lines => Lines,
        InvoiceAspect.Payments => Payments,
        InvoiceAspect.Why => Why,
        InvoiceAspect.Dispute => Dispute,
        InvoiceAspect.Promise => Promise,
        InvoiceAspect.Copy => Copy,
        _ => Status,
    };

    private string Existing(string articleId, Language language) => articles.Find(articleId, language.Code) is null ? Status : articleId;
}
