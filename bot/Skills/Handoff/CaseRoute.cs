using BillingBot.Knowledge.Cases;

namespace BillingBot.Skills.Handoff;

/// <summary>Where a new case goes.</summary>
/// <param name="Queue">Id of the queue.</param>
/// <param name="Decision">With its reasons, as JSON; null where none was made.</param>
/// <param name="Words">Why, for the history.</param>
internal sealed record CaseRoute(string Queue, string? Decision, string Words)
{
    public static CaseRoute Of(Classification classification) => classification switch
    {
        Classification.Fraud => new("security", null, "security: fraud"),
        Classification.Technical => new("technical", null, "technical"),
        _ => new("billing", null, "billing: commercial"),
    };
}
