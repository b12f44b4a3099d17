namespace BillingBot.Knowledge.Cases;

/// <summary>How a case stands against what its plan promises.</summary>
public enum SlaState
{
    /// <summary>Nothing is promised.</summary>
    None,
    Ok,

    /// <summary>Three quarters of the time are used.</summary>
    Soon,
    Breached,
}
