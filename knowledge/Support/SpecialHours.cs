using NodaTime;

namespace BillingBot.Knowledge.Support;

/// <summary>Dates on which a plan does not keep its weekly hours.</summary>
/// <param name="Spans">The hours of each of the dates; empty when closed.</param>
/// <param name="Reason">As told to customers.</param>
public sealed record SpecialHours(IReadOnlyList<OpeningSpan> Spans, LocalizedText Reason)
{
    /// <summary>Set when the rule is for these dates of one year only.</summary>
    public DateInterval? Once { get; init; }

    /// <summary>Set when the rule returns each year; the last day may lie in January when the first is in December.</summary>
    public (AnnualDate First, AnnualDate Last)? EveryYear { get; init; }

    public bool Covers(LocalDate date)
    {
        if (Once is not null)
            return Once.Contains(date);
        if (EveryYear is not var (first, last))
            return false;

        var annual = new AnnualDate(date.Month, date.Day);
        return first <= last ? first <= annual && annual <= last : first <= annual || annual <= last;
    }
}
