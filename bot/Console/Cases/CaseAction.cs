namespace BillingBot.Console.Cases;

/// <summary>What can be done with a case beside claiming it; each asks first.</summary>
internal enum CaseAction
{
    Transfer,

    /// <summary>A lead takes it from its owner.</summary>
    TakeOver,

    /// <summary>Back to its queue.</summary>
    Release,
    HandBack,
    Resolve,
    Reopen,
}
