using BillingBot.Knowledge.Staff;

namespace BillingBot.Cases;

/// <summary>A list of cases, or why there is none.</summary>
internal abstract record CaseListing
{
    private CaseListing()
    {
    }

    /// <param name="Rows">Urgent first, then what waited over night, then the longest waiting; resolved ones newest first.</param>
    /// <param name="Total">How many there are, shown or not.</param>
    /// <param name="Counts">How many each scope holds, whatever else is filtered.</param>
    public sealed record Shown(IReadOnlyList<CaseRow> Rows, int Total, IReadOnlyDictionary<CaseScope, int> Counts) : CaseListing;

    /// <param name="Needs">The role that would be needed.</param>
    public sealed record Forbidden(StaffRole Needs) : CaseListing;
}
