namespace BillingBot.Knowledge.Staff;

/// <summary>Why staff must look at it.</summary>
public enum StaffTaskKind
{
    /// <summary>An imported row names a customer nobody knows.</summary>
    UnknownCustomer,
    Dispute,
    PaymentPromise,

    /// <summary>Somebody asks to see amounts of their company.</summary>
    AccessRequest,

    /// <summary>A suspension waits for a second person, or for a hand.</summary>
    Suspension,

    /// <summary>The partner's own invoice from Microsoft is due.</summary>
    ProviderInvoice,

    /// <summary>A case that nobody of the staff was told of.</summary>
    CaseUnseen,

    /// <summary>An e-mail was given up.</summary>
    MailFailed,

    /// <summary>A reply was given up; it can be sent again.</summary>
    ReplyFailed,

    /// <summary>A case did not reach a support provider, or came back from it.</summary>
    ProviderDispatch,

    /// <summary>A request to Microsoft needs somebody.</summary>
    Escalation,
}
