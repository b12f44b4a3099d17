namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>A request to Microsoft as staff see it.</summary>
/// <param name="Missing">Before it can be filed.</param>
public sealed record EscalationView(Escalation Escalation, IReadOnlyList<PacketItem> Missing)
{
    /// <summary>Number of the plan that the case's routing files it with; null for none.</summary>
    public string? Contract { get; init; }
}
