namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>Partner Center's states of a service request.</summary>
public enum RequestState
{
    /// <summary>Not filed.</summary>
    None,
    Open,
    Closed,

    /// <summary>Microsoft waits for the partner.</summary>
    AttentionNeeded,
}
