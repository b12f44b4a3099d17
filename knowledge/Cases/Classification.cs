namespace BillingBot.Knowledge.Cases;

/// <summary>What a case is about, which decides whose it can be.</summary>
public enum Classification
{
    /// <summary>Billing, subscriptions, accounts.</summary>
    Commercial,
    Technical,

    /// <summary>Suspected fraud, misuse or a compromised account.</summary>
    Fraud,
}
