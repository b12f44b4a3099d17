using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;
using NodaTime;

namespace BillingBot.Skills.Collections;

/// <summary>What has happened to an invoice and what will, step by step, in the words of a language.</summary>
internal sealed class InvoiceTimeline(
    CollectionsPolicy policy, BillingWords words, CollectionsWords steps, Phrases<InvoiceTimeline> phrases)
{
    /// <summary>
    /// Issued, due, payments, then the steps of the collections policy with their dates. Nothing is to come once it is
    /// paid, and before the due date the first step only: nobody who is on time is threatened with the last.
    /// </summary>
    /// <param name="account">The invoice on the customer's day.</param>
    /// <param name="person">Who reads it, of the invoice's customer; amounts are for billing contacts.</param>
    /// <param name="language">Of the words.</param>
    public IReadOnlyList<TimelineStep> For(InvoiceAccount account, KnownPerson person, Language language)
    {
        var stages = InOrder(Stages(account, person, language)).ToList();
        var shown = account.Invoice.DueOn < account.Today ? stages.Count : stages.Count(stage => stage.Step.State != StepState.ToCome) + 1;
        return [.. InOrder(Booked(account, language, person.IsBillingContact).Concat(stages.Take(shown))).Select(step => step.Step)];

        // Steps without a date, while the clock stands still, stay in the policy's order.
        static IEnumerable<(LocalDate? On, TimelineStep Step)> InOrder(IEnumerable<(LocalDate? On, TimelineStep Step)> steps) =>
            steps.OrderBy(step => step.On ?? LocalDate.MaxIsoValue);
    }

    /// <summary>The next step, its date and what stops it, in a line; null when nothing is to be done.</summary>
    /// <param name="account">The invoice on the customer's day.</param>
    /// <param name="person">Who reads it, of the invoice's customer; amounts are for billing contacts.</param>
    /// <param name="language">Of the words.</param>
    public string? NextStep(InvoiceAccount account, KnownPerson person, Language language)
    {
        if (!account.IsUnpaid || Standing(account, person) is not { Soonest: var position })
        {
            return null;
        }

        return Sentence(account, position, person, language).TrimEnd();
    }

    /// <summary>Where the invoice stands; null for an invoice without a due date.</summary>
    public InvoiceStanding? Standing(InvoiceAccount account, KnownPerson person) => Positions(account, person) is { Count: > 0 } positions
        ? new(
            positions.OrderBy(position => position.Next is null).ThenBy(position => position.Next?.From ?? LocalDate.MaxIsoValue).First(),
            positions.Max(position => position.Current?.Stage.Step))
        : null;

    private string Sentence(InvoiceAccount account, CollectionsPosition position, KnownPerson person, Language language)
    {
        var pay = Pay(account, language, person.IsBillingContact);
        return position switch
        {
            { Pause: { Reason: PauseReason.Dispute } pause } => steps.Paused(pause, account.Today, language) + phrases[language, "Undisputed"],
            { Pause: { } pause, Next: { } next } => steps.Paused(pause, account.Today, language)
                + phrases.Format(language, "IfNotPaid", steps.Coming(position, next, language)),
            { Pause: { } pause } => steps.Paused(pause, account.Today, language),
            _ when account.Today <= position.Due =>
                phrases.Format(language, "PayBy", pay, words.Date(position.Due, account.Today, language)),
            { Next: { } next } => Now(position, language) + steps.Coming(position, next, language)
                + phrases.Format(language, person.IsBillingContact && policy.OffersPromise(account, person.Zone) ? "ToStopOrPromise" : "ToStop", pay),
            _ => Now(position, language) + phrases.Format(language, "PayAtOnce", pay),
        };
    }

    private string Now(CollectionsPosition position, Language language) =>
        phrases.Format(language, "Now", steps.Now(position.Current?.Stage.Step, language));

    private string Pay(InvoiceAccount account, Language language, bool withAmounts) => withAmounts
        ? phrases.Format(language, "Pay", words.Money(account.Outstanding, language), account.Invoice.Number)
        : phrases.Format(language, "PayWithoutAmount", account.Invoice.Number);

    private IReadOnlyList<CollectionsPosition> Positions(InvoiceAccount account, KnownPerson person) =>
        CollectionsPosition.Of(account, policy, person.CustomerGroup, person.Zone);

    private IEnumerable<(LocalDate? On, TimelineStep Step)> Booked(InvoiceAccount account, Language language, bool withAmounts)
    {
        var (invoice, today) = (account.Invoice, account.Today);
        if (invoice.IssuedOn is { } issued)
        {
            yield return Step(issued, phrases[language, "Issued"], StepState.Done);
        }

        if (invoice.DueOn is { } due)
        {
            var state = !account.IsUnpaid || due < today ? StepState.Done : due == today ? StepState.Current : StepState.ToCome;
            yield return Step(due, phrases[language, "Due"], state);
        }

        foreach (var payment in invoice.Allocations.Where(allocation => allocation.Payment is not null))
        {
            yield return Step(payment.Payment!.ReceivedOn, phrases[language, "Payment"], StepState.Done, payment.AmountMinor);
        }

        foreach (var note in invoice.CreditNotes)
        {
            yield return Step(note.IssuedOn, phrases.Format(language, "Credit", note.Number), StepState.Done, note.AmountMinor);
        }

        (LocalDate?, TimelineStep) Step(LocalDate on, string what, StepState state, long? minor = null) => (on, new(
            words.Date(on, today, language), what, state,
            minor is { } amount && withAmounts ? words.Money(new(amount, invoice.Currency), language) : null));
    }

    private IEnumerable<(LocalDate? On, TimelineStep Step)> Stages(InvoiceAccount account, KnownPerson person, Language language)
    {
        var positions = Positions(account.IsUnpaid ? account : account with { Today = SettledOn(account) }, person);
        if (account.IsUnpaid && positions is [{ Pause: { } pause }, ..])
        {
            yield return (pause.Since, new(
                words.Date(pause.Since, account.Today, language), steps.Paused(pause, account.Today, language).TrimEnd('.', '。', ' '), StepState.Current));
        }

        // Products that reach the same step on the same day are one step of the timeline.
        foreach (var same in positions
            .SelectMany(position => position.Stages, (position, dated) => (position, dated))
            .OrderBy(pair => pair.dated.Stage.Step)
            .GroupBy(pair => (pair.dated.Stage.Step, pair.dated.From, Effect: steps.Effect(pair.dated.Stage, language))))
        {
            var (position, dated) = same.First();
            var state = StateOf(account, position, dated);
            if (state != StepState.ToCome || account.IsUnpaid)
            {
                var when = dated.From is { } from ? words.Date(from, account.Today, language) : phrases[language, "Later"];
                var what = steps.Step(dated.Stage.Step, [.. same.SelectMany(pair => pair.position.Products)], language);
                yield return (dated.From, new(when, what, state, same.Key.Effect));
            }
        }
    }

    private static StepState StateOf(InvoiceAccount account, CollectionsPosition position, DatedStage dated) => dated switch
    {
        _ when !(dated.From <= position.Today) => StepState.ToCome,
        _ when account.IsUnpaid && position.Pause is null && dated == position.Current => StepState.Current,
        _ => StepState.Done,
    };

    /// <summary>The day of the last payment or credit: later stages were never reached.</summary>
    private static LocalDate SettledOn(InvoiceAccount account) => account.Invoice.Allocations
        .Select(allocation => allocation.Payment?.ReceivedOn).OfType<LocalDate>()
        .Concat(account.Invoice.CreditNotes.Select(note => note.IssuedOn))
        .DefaultIfEmpty(account.Invoice.DueOn ?? account.Today).Max();
}
