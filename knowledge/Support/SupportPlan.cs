namespace BillingBot.Knowledge.Support;

/// <summary>One support plan as published: what it is, when, how to reach it, and what it costs.</summary>
/// <param name="Name">As customers hold it; unique in the offer.</param>
/// <param name="Languages">Codes of the languages its people speak; empty when not published.</param>
public sealed record SupportPlan(
    string Name,
    LocalizedText Description,
    SupportCalendar Calendar,
    IReadOnlyList<SupportContact> Contacts,
    SupportPrice Price,
    IReadOnlyList<string> Languages)
{
    /// <summary>How fast it promises to react.</summary>
    public ResponseTargets Targets { get; init; } = ResponseTargets.None;

    public bool IsIncluded => Price.Charge is null;
}
