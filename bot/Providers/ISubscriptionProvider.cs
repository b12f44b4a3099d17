namespace BillingBot.Providers;

/// <summary>
/// Carries out what staff have requested and a second person has approved; it asks nobody and records nothing itself.
/// Expected outcomes are results; only a cancellation, a bug or a lost database is thrown. Repeating a call is safe: what is
/// already so is <see cref="ProviderResult.Done"/>.
/// </summary>
internal interface ISubscriptionProvider
{
    /// <returns>Null when nothing can be told: there is no such subscription at this customer, the provider is manual, or it
    /// does not answer just now (the log says which).</returns>
    Task<ProviderSubscription?> FindAsync(string customerTenantId, string subscriptionId, CancellationToken cancellationToken);

    /// <summary>Users lose the service at once. On new commerce billing goes on.</summary>
    Task<ProviderResult> SuspendAsync(string customerTenantId, string subscriptionId, CancellationToken cancellationToken);

    Task<ProviderResult> ReactivateAsync(string customerTenantId, string subscriptionId, CancellationToken cancellationToken);
}
