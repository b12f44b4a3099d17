namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>What Microsoft is asked for.</summary>
public enum EscalationKind
{
    Technical,

    /// <summary>Billing or subscriptions, a dispute included.</summary>
    Commercial,

    /// <summary>About an Azure reservation.</summary>
    Reservation,

    /// <summary>A credit for a missed service level.</summary>
    SlaCredit,
    Fraud,
}
