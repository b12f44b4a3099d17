using NodaTime;

namespace BillingBot.Skills.Promise;

/// <summary>The day on which somebody says they will pay.</summary>
internal abstract record SaidDay
{
    private SaidDay()
    {
    }

    public sealed record On(LocalDate Day) : SaidDay;

    /// <summary>Only days that have passed.</summary>
    public sealed record Past : SaidDay;

    /// <summary>A week, a month, or several days: which one is not said.</summary>
    public sealed record Vague : SaidDay;

    /// <summary>No day at all.</summary>
    public sealed record None : SaidDay;
}
