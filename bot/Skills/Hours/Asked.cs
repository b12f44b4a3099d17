using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>The time a question about hours is about, in the partner's wall-clock time.</summary>
internal abstract record Asked
{
    /// <summary>The last date concerned; null for now.</summary>
    public virtual LocalDate? LastDate => null;

    /// <summary>The same, said by another clock.</summary>
    public virtual Asked ByClock(Func<LocalDateTime, LocalDateTime> convert) => this;

    /// <summary>No time was said, or "now".</summary>
    internal sealed record Now : Asked;

    /// <summary>"On public holidays".</summary>
    internal sealed record Holidays : Asked;

    /// <summary>"Last year": the calendar is asked for days to come.</summary>
    internal sealed record Past : Asked;

    /// <summary>"31 November".</summary>
    internal sealed record NoSuchDate(string Text) : Asked;

    /// <summary>"Until when at the end of the year, and from when in the new one?"</summary>
    internal sealed record YearEnd : Asked;

    /// <summary>"On Saturday", "Saturday or Sunday".</summary>
    internal sealed record Days(IReadOnlyList<LocalDate> Dates) : Asked
    {
        public override LocalDate? LastDate => Dates[^1];
    }

    /// <summary>"Saturday at 8": two moments where am or pm was left open.</summary>
    internal sealed record Moments(IReadOnlyList<LocalDateTime> At) : Asked
    {
        public override LocalDate? LastDate => At[^1].Date;
        public override Asked ByClock(Func<LocalDateTime, LocalDateTime> convert) => new Moments([.. At.Select(convert)]);
    }

    /// <summary>"Tomorrow morning", "between 8 and 10": two where am or pm was left open.</summary>
    internal sealed record Windows(IReadOnlyList<(LocalDateTime Start, LocalDateTime End)> During) : Asked
    {
        public override LocalDate? LastDate => During[^1].End.Date;
        public override Asked ByClock(Func<LocalDateTime, LocalDateTime> convert) =>
            new Windows([.. During.Select(window => (convert(window.Start), convert(window.End)))]);
    }

    /// <summary>"Next week", "in December"; both days included.</summary>
    internal sealed record Period(LocalDate First, LocalDate Last) : Asked
    {
        public override LocalDate? LastDate => Last;
    }
}
