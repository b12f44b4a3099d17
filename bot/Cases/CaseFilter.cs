using BillingBot.Knowledge.Cases;

namespace BillingBot.Cases;

/// <summary>What a list of cases is narrowed to.</summary>
internal sealed record CaseFilter(CaseScope Scope = CaseScope.Open)
{
    public Classification? Classification { get; init; }
    public string? Queue { get; init; }

    /// <summary>A case number, or part of a customer's or sender's name; searches the resolved ones too. Null or blank: all.</summary>
    public string? Search { get; init; }

    /// <summary>At most <see cref="CaseQueue.MostRows"/>.</summary>
    public int Take { get; init; } = 50;

    /// <summary>Whether to count what is not shown too; without, the total is that of the rows and no scope is counted.</summary>
    public bool WithCounts { get; init; } = true;
}
