using static BillingBot.Knowledge.Billing.Suspensions.SuspensionState;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>What may follow what.</summary>
public static class SuspensionMoves
{
    /// <summary>States in which something is still to happen.</summary>
    public static readonly IReadOnlyList<SuspensionState> Open = [Requested, Approved, CarryingOut, NeedsHand];

    public static bool AreLegal(SuspensionState from, SuspensionState to) => (from, to) switch
    {
        (Requested, Approved or Declined or Withdrawn) => true,
        (Approved, CarryingOut or Withdrawn) => true,
        // Again: no answer last time, or none recorded.
        (CarryingOut, CarryingOut or Done or NeedsHand or Failed or Withdrawn) => true,
        // Confirmed: the provider is asked whether it is so.
        (NeedsHand, CarryingOut or Withdrawn) => true,
        _ => false,
    };
}
