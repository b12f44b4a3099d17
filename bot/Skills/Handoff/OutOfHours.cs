namespace BillingBot.Skills.Handoff;

/// <summary>What becomes of a hand-off while nobody is in.</summary>
internal enum OutOfHours
{
    /// <summary>The case waits, and staff see it first when they open.</summary>
    TakeCase,

    /// <summary>No case: the published contact and the hours.</summary>
    ContactOnly,
}
