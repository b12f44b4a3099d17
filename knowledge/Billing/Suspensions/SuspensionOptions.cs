namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>Section <c>Suspensions</c>.</summary>
public sealed class SuspensionOptions
{
    public const string Section = "Suspensions";

    /// <summary>
    /// Two people share one operating-system account, so their names alone must tell them apart. In Development this is
    /// the default.
    /// </summary>
    public bool SameUserMayApprove { get; set; }

    /// <summary>Where no collections policy is published: effective days past due from which an unpaid invoice allows a suspension.</summary>
    public int MinimumDaysOverdue { get; set; } = 45;
}
