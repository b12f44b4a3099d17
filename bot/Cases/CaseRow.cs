using BillingBot.Knowledge.Cases;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>A line of the list of cases.</summary>
/// <param name="Case">Its words are the customer's: untrusted, shown as text.</param>
/// <param name="CustomerName">Null for a guest.</param>
/// <param name="PersonName">Null for a guest; the channel's name is <see cref="Case.SenderName"/>.</param>
/// <param name="WaitingSince">When it became the staff's move, or the customer's where the case awaits them.</param>
/// <param name="WaitedOverNight">It came before the partner opened today.</param>
/// <param name="Sla">Colour and due time.</param>
internal sealed record CaseRow(
    Case Case, string? CustomerName, string? PersonName, Instant WaitingSince, bool WaitedOverNight, SlaPosition Sla);
