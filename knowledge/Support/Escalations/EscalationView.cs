namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>A request to Microsoft as staff see it.</summary>
/// <param name="Missing">Before it can be filed.</param>
public sealed record EscalationView(Escalation Escalation, IReadOnlyList<PacketItem> Missing)
{
    public bool CanBeFiled => Missing.Count == 0;
}
