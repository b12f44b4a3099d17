using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>What is still missing before a request can be filed.</summary>
public static class PacketCheck
{
    /// <param name="input">What the case's routing rests on, with the diagnosis; null when it was never routed.</param>
    /// <returns>In the order in which the form asks; empty: it can be filed.</returns>
    public static IReadOnlyList<PacketItem> Missing(Escalation packet, RoutingInput? input, PartnerModel model, Instant now) =>
        [.. Needed(packet.Kind).Where(item => !IsThere(item, packet, input, model, now))];

    /// <summary>All that a request of the kind needs.</summary>
    public static IReadOnlyList<PacketItem> Needed(EscalationKind kind) =>
    [
        PacketItem.FilingByProvider,
        PacketItem.CustomerContext,
        PacketItem.PartnerContact,
        .. kind switch
        {
            EscalationKind.Technical =>
                (PacketItem[])[PacketItem.Diagnosis, PacketItem.Severity, PacketItem.Subscription, PacketItem.Impact, PacketItem.Evidence],
            EscalationKind.Commercial => [PacketItem.SubscriptionOrInvoice, PacketItem.Evidence],
            EscalationKind.Reservation => [PacketItem.ReservationOrderId, PacketItem.ReservationIds],
            EscalationKind.SlaCredit =>
            [
                PacketItem.IncidentId, PacketItem.Duration, PacketItem.AffectedUsers, PacketItem.Impact, PacketItem.Evidence, PacketItem.InTime,
            ],
            _ => [PacketItem.Subscription, PacketItem.Impact, PacketItem.Evidence],
        },
    ];

    /// <summary>Two letters and a number.</summary>
    public static bool IsIncidentId(string? id) =>
        id is { Length: > 2 } && char.IsAsciiLetterUpper(id[0]) && char.IsAsciiLetterUpper(id[1]) && id.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsThere(PacketItem item, Escalation packet, RoutingInput? input, PartnerModel model, Instant now) => item switch
    {
        PacketItem.FilingByProvider => model is PartnerModel.DirectBill,
        PacketItem.CustomerContext => packet.CustomerId is not null && packet.TenantId is not null,
        PacketItem.PartnerContact => packet.ContactName is not null && (packet.ContactEmail ?? packet.ContactPhone) is not null,
        PacketItem.Diagnosis => input is not null && input.Diagnosis.Missing(input.Product).Count == 0,
        PacketItem.Severity => packet.Severity is not RequestSeverity.Unknown,
        PacketItem.Subscription => packet.SubscriptionId is not null,
        PacketItem.SubscriptionOrInvoice => (packet.SubscriptionId ?? packet.InvoiceNumber) is not null,
        PacketItem.ReservationOrderId => packet.ReservationOrderId is not null,
        PacketItem.ReservationIds => packet.ReservationIds.Count > 0,
        PacketItem.IncidentId => IsIncidentId(packet.IncidentId),
        PacketItem.Duration => packet is { IncidentFrom: not null, IncidentUntil: not null },
        PacketItem.AffectedUsers => packet.AffectedUsers is not null,
        PacketItem.Impact => packet.Impact is not null,
        PacketItem.Evidence => packet.Evidence is not null,
        PacketItem.InTime => packet.CreditDeadline is not { } day || now < CreditDeadline.TooLateFrom(day),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "No case for it."),
    };
}
