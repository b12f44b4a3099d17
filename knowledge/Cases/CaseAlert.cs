namespace BillingBot.Knowledge.Cases;

/// <summary>What the bot tells staff of a case: the text of an event of kind <see cref="CaseEventKind.Alert"/> is one of these names.</summary>
public enum CaseAlert
{
    /// <summary>Three quarters of the time for the first reply are used.</summary>
    FirstReplySoon,
    FirstReplyBreached,
    SolutionSoon,
    SolutionBreached,

    /// <summary>Nobody has claimed it for a while; the customer was told.</summary>
    StillWaiting,

    /// <summary>The owner leaves the customer waiting.</summary>
    OwnerSilent,

    /// <summary>The owner left the customer waiting for so long that the case went back to its queue.</summary>
    OwnerAway,

    /// <summary>The customer was asked whether they are still there.</summary>
    CustomerAsked,

    /// <summary>Nobody of the staff was told of it, by a console or by e-mail.</summary>
    NobodyTold,

    /// <summary>An answer went by e-mail, because the chat was gone.</summary>
    AnswerMailed,

    /// <summary>An answer did not reach the customer, and no e-mail address is known or no mail server is set.</summary>
    AnswerUndelivered,

    /// <summary>The customer found it badly handled.</summary>
    RatedPoor,
}
