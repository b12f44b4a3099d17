using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>What was read from one place of the query on: a date, a period, a time, or a date with a time.</summary>
/// <param name="End">Index after the last character.</param>
internal sealed record Phrase(int End)
{
    public PartialDate? Date { get; init; }

    public CalendarPeriod? Period { get; init; }

    public ClockTime? Time { get; init; }

    /// <summary>TMO and its like.</summary>
    public string? PartOfDay { get; init; }

    /// <summary>A type and TIMEX that are complete and neither begin nor end a range.</summary>
    public (string Type, string Timex)? Whole { get; init; }

    public string? Mod { get; init; }

    /// <summary>The only days meant, where <see cref="Date"/> leaves more open than the words do: 来月の第1月曜.</summary>
    public IReadOnlyList<LocalDate>? Days { get; init; }

    /// <summary>Those days as TIMEX, with the time.</summary>
    public IReadOnlyList<string>? Meanings
    {
        get => field ?? Days?.Select(day => (this with { Date = PartialDate.On(day) }).Timex).ToList();
        init;
    }

    /// <summary>Whether a time or range of times may as well be twelve hours later.</summary>
    public bool AmPm
    {
        get => field || Time is { AmPm: true };
        init;
    }

    /// <summary>Read only so that nothing inside is taken for a date: 毎月10日.</summary>
    public bool Ignored { get; init; }

    public string Type
    {
        get
        {
            var type = Whole?.Type ?? (Date, Time, PartOfDay) switch
            {
                ({ }, { }, _) => "datetime",
                ({ }, _, { }) => "datetimerange",
                ({ }, _, _) => "date",
                (_, { }, _) => "time",
                (_, _, { }) => "timerange",
                _ => "daterange",
            };
            var openEnded = Mod?.Split('-')[0] is "before" or "after" or "since" or "until";
            return openEnded && !type.EndsWith("range", StringComparison.Ordinal) ? type + "range" : type;
        }
    }

    public string Timex => Whole?.Timex ?? $"{Date?.Timex ?? Period?.Timex}{Time?.Timex ?? PartOfDay}";

    /// <summary>The day a range from or to here counts from.</summary>
    public PartialDate? Edge => Date ?? Period?.First;

    public TimexMatch From(int start) => new(start, End - start, Type, Timex) { AmPm = AmPm, Mod = Mod, Meanings = Meanings };
}
