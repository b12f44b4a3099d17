using NodaTime;

namespace BillingBot.Knowledge.Support;

/// <summary>The hours of one date of the partner's calendar.</summary>
/// <param name="Spans">In order; empty when closed.</param>
/// <param name="Reason">Why the hours are not the weekly ones; null when they are.</param>
public sealed record SupportDay(LocalDate Date, IReadOnlyList<OpeningSpan> Spans, LocalizedText? Reason)
{
    public bool IsClosed => Spans.Count == 0;
}
