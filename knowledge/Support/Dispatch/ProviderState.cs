namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>How far a provider is with a case, as it says.</summary>
public enum ProviderState
{
    Accepted,
    InProgress,
    WaitingForCustomer,

    /// <summary>It cannot solve it: it is the partner's again.</summary>
    HandedBack,
    Solved,
}
