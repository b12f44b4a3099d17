namespace BillingBot.Knowledge.Cases;

/// <summary>What happened to a case.</summary>
public enum CaseEventKind
{
    Opened,
    Routed,
    Claimed,

    /// <summary>Back to the queue.</summary>
    Released,
    Transferred,

    /// <summary>Written by staff for staff; the customer never sees it.</summary>
    Note,

    /// <summary>Something the customer added while nobody had it.</summary>
    Detail,
    Resolved,

    /// <summary>Urgency, product or classification.</summary>
    Changed,
    Reopened,

    /// <summary>To another conversation, where its customer takes it up; the text is the id of the one that it had.</summary>
    Moved,
    Rated,

    /// <summary>An SLA warning or breach, an alarm, a timeout: told by the bot.</summary>
    Alert,

    /// <summary>A support provider or Microsoft answered, or something was sent to them.</summary>
    Provider,
}
