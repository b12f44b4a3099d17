namespace BillingBot.Cases;

/// <summary>Which cases a list shows.</summary>
internal enum CaseScope
{
    /// <summary>All that are not resolved.</summary>
    Open,

    /// <summary>Those of the one who looks.</summary>
    Mine,

    /// <summary>Nobody has them.</summary>
    Unclaimed,

    /// <summary>The customer is to answer.</summary>
    AwaitingCustomer,

    /// <summary>Newest first.</summary>
    Resolved,
}
