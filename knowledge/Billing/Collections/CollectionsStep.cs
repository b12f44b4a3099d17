namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>A step of a collections policy, in the order in which steps are taken.</summary>
public enum CollectionsStep
{
    Reminder,
    Notice,
    ServiceReduced,

    /// <summary>From here on staff may suspend access; nothing does so by itself.</summary>
    AccessSuspended,
    DataDeleted,
}
