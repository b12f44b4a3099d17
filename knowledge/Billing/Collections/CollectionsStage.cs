using BillingBot.Knowledge.Support;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>A step of the partner's collections policy with its time and its effect on access.</summary>
/// <param name="Step">Which step.</param>
/// <param name="AfterDays">Effective days past due from which it may be taken, 1 or more; see <see cref="CollectionsClock"/>.</param>
/// <param name="Users">What it means for the people who use the product.</param>
/// <param name="Admins">What it means for the customer's administrators.</param>
/// <param name="StoppedBy">What stops it.</param>
public sealed record CollectionsStage(
    CollectionsStep Step, int AfterDays, LocalizedText Users, LocalizedText Admins, LocalizedText StoppedBy);
