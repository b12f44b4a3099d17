namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>Why a line is on the invoice. Source: Partner Center, reconciliation file charge types.</summary>
public enum ChargeType
{
    /// <summary>First charge of a new purchase.</summary>
    Purchase,

    /// <summary>The periodic fee.</summary>
    CycleFee,

    /// <summary>Fee of a new term.</summary>
    Renew,

    /// <summary>The new total after seats were added.</summary>
    AddQuantity,

    /// <summary>Seats taken away.</summary>
    RemoveQuantity,

    /// <summary>The rest of an old line given back, because a new one takes its place.</summary>
    Credit,

    /// <summary>The unused part of something cancelled.</summary>
    CancelRefund,

    /// <summary>Metered use.</summary>
    Usage,

    /// <summary>A one-off correction.</summary>
    Adjustment,

    /// <summary>Work of the partner's own, for example set-up.</summary>
    Service,
}
