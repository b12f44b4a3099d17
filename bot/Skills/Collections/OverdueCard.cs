using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Collections;

/// <summary>Where a customer's own overdue invoices stand: the whole timeline of one, a table of several.</summary>
internal sealed class OverdueCard(
    InvoiceTimeline timeline, CollectionsWords steps, BillingWords words, CollectionsButtons buttons, Phrases<OverdueCard> phrases)
{
    private const int MostRows = 10;

    /// <param name="turn">A turn of the invoices' customer, alone with the bot.</param>
    /// <param name="accounts">At least one, the oldest first.</param>
    public ReplyMessage For(Turn turn, IReadOnlyList<InvoiceAccount> accounts) => new()
    {
        Card = accounts is [var one] ? Whole(turn, one) : Table(turn, accounts),
        Choices = turn.MaySeeAmounts && Pressing(turn, accounts) is { Invoice.Number: var number }
            ? [buttons.Promise(number, turn.Language), buttons.Dispute(number, turn.Language)]
            : [],
        Language = turn.Language.Code,
    };

    /// <summary>Of those whose clock runs, the one that has come furthest; null where all are disputed or promised.</summary>
    private InvoiceAccount? Pressing(Turn turn, IReadOnlyList<InvoiceAccount> accounts) => accounts
        .Where(account => timeline.Soonest(account, turn.Person!) is { Pause: null })
        .OrderByDescending(account => timeline.Reached(account, turn.Person!))
        .ThenByDescending(account => timeline.Soonest(account, turn.Person!)!.Days)
        .FirstOrDefault();

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
        var position = timeline.Soonest(account, turn.Person!)!;
        return new(
            [
                account.Invoice.Number,
                words.Date(position.Due, account.Today, turn.Language),
                position.Pause is { } pause ? steps.Paused(pause, account.Today, turn.Language).TrimEnd() : timeline.Now(account, turn.Person!, turn.Language),
                position is { Next: { From: not null } next } ? steps.Coming(position, next, turn.Language).TrimEnd() : phrases[turn.Language, "NoneKnown"],
            ],
            new Choice(account.Invoice.Number));
    }
}
