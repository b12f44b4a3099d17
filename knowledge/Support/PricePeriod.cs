namespace BillingBot.Knowledge.Support;

/// <summary>What a support price is charged for.</summary>
public enum PricePeriod
{
    Month,
    Incident,
}
