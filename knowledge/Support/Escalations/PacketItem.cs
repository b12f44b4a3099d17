namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>What a request needs; F44, F59, F62 and F63 of knowledge/Sources.md.</summary>
public enum PacketItem
{
    /// <summary>A customer of ours and their tenant: it is filed in their context (F59).</summary>
    CustomerContext,

    /// <summary>Name and e-mail address or telephone number of the partner's own contact (F59).</summary>
    PartnerContact,

    /// <summary>Service health first, and the rest of the checklist (F57).</summary>
    Diagnosis,
    Severity,
    Subscription,

    /// <summary>The subscription or the invoice that is disputed.</summary>
    SubscriptionOrInvoice,

    /// <summary>F44.</summary>
    ReservationOrderId,

    /// <summary>F44.</summary>
    ReservationIds,

    /// <summary>Two letters and a number (F63).</summary>
    IncidentId,

    /// <summary>When it began and ended (F63).</summary>
    Duration,

    /// <summary>How many users (F63).</summary>
    AffectedUsers,
    Impact,
    Evidence,

    /// <summary>An indirect reseller cannot file it: its provider does (F05, F62).</summary>
    FilingByProvider,

    /// <summary>The end of the month after the incident's is over (F62).</summary>
    InTime,
}
