namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>How far a request has come; <see cref="SuspensionMoves"/> says what may follow what.</summary>
public enum SuspensionState
{
    /// <summary>Waits for a second person.</summary>
    Requested,

    /// <summary>Waits for the worker.</summary>
    Approved,

    /// <summary>The provider is being asked, or will be again.</summary>
    CarryingOut,

    /// <summary>A person must do it at the provider, and confirm.</summary>
    NeedsHand,
    Done,

    /// <summary>The provider refuses.</summary>
    Failed,

    /// <summary>The second person said no.</summary>
    Declined,

    /// <summary>Taken back, by staff or because its ground is gone.</summary>
    Withdrawn,
}
