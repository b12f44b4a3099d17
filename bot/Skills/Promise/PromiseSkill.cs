using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Collections;
using BillingBot.Skills.Forms;
using BillingBot.Skills.Invoice;
using BillingBot.Skills.Verify;
using NodaTime;

namespace BillingBot.Skills.Promise;

/// <summary>"We will pay on Friday": records the promise of a billing contact, within the limits of the policy.</summary>
internal sealed class PromiseSkill(
    ConcernedInvoice concerned,
    VerifySkill verify,
    CollectionsPolicy policy,
    PromisedDays days,
    PromiseReplies replies,
    PromiseRoutes routes,
    PromiseRecall recall,
    Phrases<PromiseSkill> phrases) : IFormSkill
{
    private const string InvoiceStep = "invoice", DayStep = "day", InvoiceSlot = "invoice";

    public string Name => "promise";

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => turn switch
    {
        { Person: null } => await verify.OfferAsync(turn, cancellationToken),
        { MaySeeAmounts: false, Person.IsBillingContact: true } => replies.LeadOn(turn, "InPrivate"),
        { MaySeeAmounts: false } => replies.LeadOn(turn, "OnlyBillingContact"),
        _ when policy.Promises is null => replies.LeadOn(turn, "ByPerson"),
        _ when routes.AsksMade(turn) => Tell(turn, await concerned.AllAsync(turn, cancellationToken)),
        _ => Respond(turn, await concerned.AllAsync(turn, cancellationToken)),
    };

    public async ValueTask<Reply?> ContinueAsync(Turn turn, OpenForm form, CancellationToken cancellationToken)
    {
        if (!turn.MaySeeAmounts || policy.Promises is null)
        {
            return null;
        }

        if (routes.AsksMade(turn))
        {
            return null;
        }

        // "It is paid on Friday" names a day to come.
        if (routes.SaysPaid(turn) && !(Day(turn, turn.Text) is SaidDay.On(var coming) && coming > turn.Person!.Today(turn.Now)))
        {
            return recall.Paid(turn);
        }

        var all = await concerned.AllAsync(turn, cancellationToken);
        var known = form.Slots.GetValueOrDefault(InvoiceSlot);
        var named = known is null ? concerned.Chosen(turn, all) : concerned.Named(turn, all);
        var said = Day(turn, named?.Rest ?? turn.Text);
        if (named is { Rest: var rest } && rest.Any(char.IsLetter) && said is not SaidDay.On && !IsPromise(turn, rest))
        {
            return null;
        }

        return (named, known) switch
        {
            ({ Account: { } account }, _) => Take(turn, account, said is SaidDay.None ? EarlierSaid(turn, form) : said),
            ({ Number: var number }, _) => replies.NotFound(turn, number),
            (null, null) => null,
            (null, _) when said is SaidDay.None => null,
            (null, _) => ConcernedInvoice.OfNumber(known, all) is { } account
                ? Take(turn, account, said)
                : replies.NotFound(turn, known),
        };
    }

    private Reply Tell(Turn turn, IReadOnlyList<InvoiceAccount> all) => concerned.Named(turn, all) switch
    {
        { Account: null, Number: var number } => replies.NotFound(turn, number),
        var named => recall.Tell(turn, named?.Account, all),
    };

    private Reply Respond(Turn turn, IReadOnlyList<InvoiceAccount> all) => concerned.Find(turn, all, account => account.IsUnpaid) switch
    {
        InvoiceSelection.One(var account) => Take(turn, account, Day(turn, concerned.Named(turn, all)?.Rest ?? turn.Text, Changed(turn, account))),
        InvoiceSelection.Several({ Count: 0 }) => replies.LeadOn(turn, "NothingUnpaid"),
        InvoiceSelection.Several(var accounts) => replies.AskInvoice(turn, Name, InvoiceStep, accounts),
        InvoiceSelection.None(var lookedFor) => replies.NotFound(turn, lookedFor),
        var other => throw new InvalidOperationException($"No case for {other.GetType().Name}."),
    };

    /// <summary>The words beside an invoice number are about paying it, and not another of the buttons.</summary>
    private bool IsPromise(Turn turn, string rest) =>
        phrases[turn.Language, "PromiseWords"].Split('|').Any(word => rest.Contains(word, StringComparison.OrdinalIgnoreCase));

    private SaidDay Day(Turn turn, string words, LocalDate? promised = null) =>
        days.Read(words, turn.Language, turn.Person!.Today(turn.Now), promised);

    /// <summary>The day that was promised just before, and may be changed now.</summary>
    private LocalDate? Changed(Turn turn, InvoiceAccount account) =>
        routes.IsDayOfPayment(turn) && turn.State.LastArticleId == InvoiceRoutes.Promise && turn.State.LastInvoice == account.Invoice.Number ? PromisedDays.Latest(account) : null;

    /// <summary>The day that was said before it was asked which invoice.</summary>
    private SaidDay EarlierSaid(Turn turn, OpenForm form) =>
        form.Slots.TryGetValue(DayStep, out var words) ? Day(turn, words) : new SaidDay.None();

    private Reply Take(Turn turn, InvoiceAccount account, SaidDay said)
    {
        var last = policy.Promises!.LastDay(account, turn.Person!.Zone);
        return said switch
        {
            _ when !account.IsUnpaid => replies.LeadOn(turn, "NotUnpaid", account.Invoice.Number),
            SaidDay.On(var day) when PromisedDays.Latest(account) == day =>
                replies.Already(turn, account, day),
            _ when last is null => replies.LeadOn(turn, "TooMany", account.Invoice.Number),
            SaidDay.On(var day) when day <= account.Invoice.DueOn => replies.BeforeDue(turn, account, day),
            SaidDay.On(var day) when day > last => Ask("TooFar"),
            SaidDay.On(var day) => replies.Recorded(turn, account, day),
            SaidDay.Past => Ask("PastDay"),
            SaidDay.Vague => Ask("WhichDay"),
            _ => Ask(null),
        };

        Reply Ask(string? reason) => replies.AskDay(turn, Name, DayStep, InvoiceSlot, account, last.Value, reason);
    }
}
