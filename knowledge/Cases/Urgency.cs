namespace BillingBot.Knowledge.Cases;

/// <summary>How urgent the customer says it is. The order is that of the queue.</summary>
public enum Urgency
{
    Low,
    Normal,
    High,

    /// <summary>Nobody can work.</summary>
    Critical,
}
