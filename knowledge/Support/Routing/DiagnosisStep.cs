namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What is looked at before a technical case leaves the partner, in this order.</summary>
public enum DiagnosisStep
{
    /// <summary>Which product it is.</summary>
    Product,

    /// <summary>Known incidents of Microsoft's.</summary>
    ServiceHealth,

    /// <summary>State of the subscription and the licences.</summary>
    Subscription,
    RecentChanges,

    /// <summary>Whether it lies within what the partner solves itself.</summary>
    Boundary,

    /// <summary>What it turned out to be.</summary>
    Finding,
}
