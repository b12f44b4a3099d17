using BillingBot.Knowledge.Cases;

namespace BillingBot.Conversation;

/// <summary>A skill has come to its end, or a person does it better: the case goes to staff, at once or if the customer likes.</summary>
/// <param name="Reason">Why.</param>
internal sealed record HandoffRequest(CaseReason Reason)
{
    /// <summary>What it is about, in the customer's words; null for what was said last.</summary>
    public string? Subject { get; init; }

    /// <summary>Null: read from the words.</summary>
    public Classification? Classification { get; init; }
    public Urgency? Urgency { get; init; }

    /// <summary>The case is opened by this turn; else it is offered, and a yes opens it.</summary>
    public bool AtOnce { get; init; }

    /// <summary>The case is told of after the skill's own words; else before, where they lean on it.</summary>
    public bool IsToldAfter { get; init; }
}
