using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Wording;

namespace BillingBot.Skills.Collections;

/// <summary>What has happened to an invoice and what will, step by step, in the words of a language.</summary>
internal sealed class InvoiceTimeline(BillingWords words)
{
    /// <summary>Issued, due, payments, then the steps of the collections policy with their dates.</summary>
    public IReadOnlyList<TimelineStep> For(InvoiceAccount account, KnownPerson person, Language language) =>
        account.Invoice.DueOn is { } due
            ? [new TimelineStep(words.Date(due, account.Today, language), person.CustomerGroup, StepState.ToCome)]
            : [];

    /// <summary>The next step in one sentence, with its date and what stops it; null when nothing is to be done.</summary>
    public string? NextStep(InvoiceAccount account, KnownPerson person, Language language) =>
        account.IsUnpaid ? words.Status(account.Status, language) : null;
}
