using BillingBot.Knowledge.Billing.Collections;

namespace BillingBot.Skills.Collections;

/// <summary>Where an invoice stands in the collections policy, over all its products.</summary>
/// <param name="Soonest">The position whose next step comes first.</param>
/// <param name="Reached">The stage that was reached, of whichever product is furthest; null before the first.</param>
internal sealed record InvoiceStanding(CollectionsPosition Soonest, CollectionsStep? Reached);
