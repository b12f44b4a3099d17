using BillingBot.Knowledge.Staff;

namespace BillingBot.Cases;

/// <summary>What somebody of the staff gets to see of a case.</summary>
internal abstract record CaseReading
{
    private CaseReading()
    {
    }

    public sealed record Shown(CaseView View) : CaseReading;

    public sealed record NotFound : CaseReading;

    /// <param name="Needs">The role that would be needed.</param>
    public sealed record Forbidden(StaffRole Needs) : CaseReading;
}
