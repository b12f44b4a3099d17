using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>
/// A time in which the collections clock of an invoice stands still, in the customer's calendar days. The clock keeps
/// the count of the day on which it stopped, so that a pause never takes a stage back.
/// </summary>
/// <param name="Since">The day on which the pause began; it still counts.</param>
/// <param name="Until">The last day that does not count; null while nobody knows.</param>
/// <param name="Reason">Why.</param>
/// <param name="IsOver">It was ended: a settled dispute, a promise taken back.</param>
public sealed record CollectionsPause(LocalDate Since, LocalDate? Until, PauseReason Reason, bool IsOver = false)
{
    /// <summary>Whether the day does not count.</summary>
    public bool Stops(LocalDate day) => Since < day && (Until is null || day <= Until);

    /// <summary>Whether the pause is in force for whoever asks on the day.</summary>
    public bool IsInForce(LocalDate day) => !IsOver && Since <= day && (Until is null || day <= Until);

    /// <summary>The pause in force on the invoice's day that lasts longest, a dispute before any promise; null when the clock runs.</summary>
    public static CollectionsPause? InForce(InvoiceAccount account, DateTimeZone zone) => Of(account.Invoice, zone)
        .Where(pause => pause.IsInForce(account.Today)).MaxBy(pause => pause.Until ?? LocalDate.MaxIsoValue);

    /// <summary>The pauses of an invoice: its disputes, and the promises to pay it up to the end of the promised day.</summary>
    public static IReadOnlyList<CollectionsPause> Of(Invoice invoice, DateTimeZone zone) =>
    [
        .. invoice.Disputes.Select(dispute => new CollectionsPause(
            Day(dispute.OpenedAt, zone),
            dispute.ClosedAt is { } closed ? Day(closed, zone) : null,
            PauseReason.Dispute,
            dispute.ClosedAt is not null)),
        .. invoice.Promises.Select(promise => new CollectionsPause(
            Day(promise.MadeAt, zone),
            promise.WithdrawnAt is { } withdrawn ? LocalDate.Min(Day(withdrawn, zone), promise.PromisedOn) : promise.PromisedOn,
            PauseReason.Promise,
            promise.WithdrawnAt is not null)),
    ];

    private static LocalDate Day(Instant at, DateTimeZone zone) => at.InZone(zone).Date;
}
