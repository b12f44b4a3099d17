namespace BillingBot.Knowledge.Support.Routing;

/// <summary>A rule's condition on the hours of the customer's plan.</summary>
public enum OpeningCondition
{
    DuringHours,
    OutsideHours,
}
