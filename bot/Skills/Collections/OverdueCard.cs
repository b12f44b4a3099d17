using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Collections;

/// <summary>Where a customer's own overdue invoices stand: the whole timeline of one, a table of several.</summary>
internal sealed class OverdueCard(
    CollectionsPolicy policy, InvoiceTimeline timeline, CollectionsWords steps, BillingWords words, CollectionsButtons buttons, Phrases<OverdueCard> phrases)
{
    private const int MostRows = 10;

    /// <param name="turn">A turn of the invoices' customer, alone with the bot.</param>
    /// <param name="accounts">At least one, the oldest first.</param>
    public ReplyMessage For(Turn turn, IReadOnlyList<InvoiceAccount> accounts) => new()
    {
        Card = accounts is [var one] ? Whole(turn, one) : Table(turn, accounts),
        Choices = turn.MaySeeAmounts && Pressing(turn, accounts) is { } pressing ? [.. Actions(turn, pressing)] : [],
        Language = turn.Language.Code,
    };

    private IEnumerable<Choice> Actions(Turn turn, InvoiceAccount pressing)
    {
        if (policy.OffersPromise(pressing, turn.Person!.Zone))
        {
            yield return buttons.Promise(pressing.Invoice.Number, turn.Language);
        }

        yield return buttons.Dispute(pressing.Invoice.Number, turn.Language);
    }

    /// <summary>Of those whose clock runs, the one that has come furthest; null where all are disputed or promised.</summary>
    private InvoiceAccount? Pressing(Turn turn, IReadOnlyList<InvoiceAccount> accounts) => accounts
        .Select(account => (Account: account, Standing: timeline.Standing(account, turn.Person!)))
        .Where(one => one.Standing is { Soonest.Pause: null })
        .OrderByDescending(one => one.Standing!.Reached)
        .ThenByDescending(one => one.Standing!.Soonest.Days)
        .FirstOrDefault().Account;

    private Card Whole(Turn turn, InvoiceAccount account) => new(
        phrases.Format(turn.Language, "TitleOfOne", account.Invoice.Number),
        timeline.NextStep(account, turn.Person!, turn.Language),
        [])
    {
        Tone = BillingWords.Tone(account.Status),
        Timeline = timeline.For(account, turn.Person!, turn.Language),
    };

    private Card Table(Turn turn, IReadOnlyList<InvoiceAccount> accounts) => new(
        phrases[turn.Language, "Title"],
        phrases.Format(turn.Language, "Summary", accounts.Count),
        [],
        accounts.Count > MostRows ? phrases.Format(turn.Language, "More", accounts.Count - MostRows) : null)
    {
        Tone = CardTone.Attention,
        Table = new(
            [phrases[turn.Language, "Invoice"], phrases[turn.Language, "Due"], phrases[turn.Language, "Now"], phrases[turn.Language, "Next"]],
            [.. accounts.Take(MostRows).Select(account => Row(turn, account))]),
    };

    private CardRow Row(Turn turn, InvoiceAccount account)
    {
        var (position, reached) = timeline.Standing(account, turn.Person!)!;
        return new(
            [
                account.Invoice.Number,
                words.Date(position.Due, account.Today, turn.Language),
                position.Pause is { } pause ? steps.Paused(pause, account.Today, turn.Language).TrimEnd() : steps.Now(reached, turn.Language),
                position is { Next: { From: not null } next } ? steps.Coming(position, next, turn.Language).TrimEnd() : phrases[turn.Language, "NoneKnown"],
            ],
            new Choice(account.Invoice.Number));
    }
}
