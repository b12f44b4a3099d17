namespace BillingBot.Knowledge.Cases;

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>In a queue; nobody has it.</summary>
    Waiting,

    /// <summary>Owned, and the owner's move.</summary>
    Active,

    /// <summary>Owned, and the customer's move: the SLA clock stands still.</summary>
    AwaitingCustomer,
    Resolved,
}
