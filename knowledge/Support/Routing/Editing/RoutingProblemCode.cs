namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>What may be wrong with what staff enter.</summary>
public enum RoutingProblemCode
{
    Missing,
    TooLong,
    ControlCharacters,

    /// <summary>Small letters, digits and hyphens, at most 50.</summary>
    NoKey,
    AlreadyTaken,
    UnknownQueue,
    UnknownProvider,
    UnknownCustomer,
    UnknownPlan,
    UnknownLanguage,

    /// <summary>A queue or provider beside a destination that takes none.</summary>
    NotForThisDestination,
    NoEmail,

    /// <summary>A whole address with https; http on this very machine in Development only.</summary>
    NoWebhookUrl,

    /// <summary><c>whsec_</c> and base64 of 24 to 64 bytes.</summary>
    NoSecret,

    /// <summary>Neither a webhook nor an e-mail address.</summary>
    NoAddress,
    EndsBeforeItBegins,
    OutOfRange,
    NotThisProduct,

    /// <summary>Every partner has commercial support; it is not entered.</summary>
    NotAPlan,

    /// <summary>Rules, or open cases, name it.</summary>
    StillUsed,
    IsTheDefault,

    /// <summary>Not the list of all rules, each once.</summary>
    NotAllRules,
    UnknownCase,
    NoGuid,

    /// <summary>It belongs to another customer.</summary>
    NotThisCustomers,

    /// <summary>Two letters and a number.</summary>
    NoIncidentId,
}
