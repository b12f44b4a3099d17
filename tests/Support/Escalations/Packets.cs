using BillingBot.Knowledge.Support.Escalations;
using NodaTime;

namespace BillingBot.Tests.Support.Escalations;

/// <summary>Requests to describe tests with.</summary>
internal static class Packets
{
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 1, 0);

    /// <summary>Everything that any kind needs.</summary>
    public static Escalation Full(EscalationKind kind) => new()
    {
        Id = 7,
        CaseId = 1001,
        CustomerId = "contoso",
        Kind = kind,
        Severity = RequestSeverity.Critical,
        TenantId = "6f1a2c1e-0d0f-4c41-9a55-4f5a5a3f7a02",
        SubscriptionId = "contoso-sales",
        InvoiceNumber = "INV-2026-0142",
        ReservationOrderId = "11111111-0d0f-4c41-9a55-4f5a5a3f7a02",
        ReservationIds = ["22222222-0d0f-4c41-9a55-4f5a5a3f7a02"],
        IncidentId = "EX123456",
        IncidentFrom = Instant.FromUtc(2026, 11, 20, 1, 0),
        IncidentUntil = Instant.FromUtc(2026, 11, 20, 7, 30),
        AffectedUsers = 40,
        Impact = "No mail",
        Evidence = "Logs",
        ContactName = "Aki",
        ContactEmail = "aki@northwindcloud.example",
        CreatedAt = Now,
        CreatedBy = "aki",
    };
}
