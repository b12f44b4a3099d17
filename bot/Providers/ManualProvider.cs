namespace BillingBot.Providers;

/// <summary>The default: touches nothing and says what staff must do in Partner Center.</summary>
internal sealed class ManualProvider : ISubscriptionProvider
{
    public Task<ProviderSubscription?> FindAsync(
        string customerTenantId, string subscriptionId, CancellationToken cancellationToken) =>
        Task.FromResult<ProviderSubscription?>(null);

    public Task<ProviderResult> SuspendAsync(
        string customerTenantId, string subscriptionId, CancellationToken cancellationToken) =>
        Instruct(customerTenantId, subscriptionId, "Suspended");

    public Task<ProviderResult> ReactivateAsync(
        string customerTenantId, string subscriptionId, CancellationToken cancellationToken) =>
        Instruct(customerTenantId, subscriptionId, "Active");

    private static Task<ProviderResult> Instruct(string customerTenantId, string subscriptionId, string button) =>
        Task.FromResult<ProviderResult>(new ProviderResult.NeedsHand(
            $"In Partner Center (https://partner.microsoft.com/dashboard) open the Customers workspace and select the customer whose "
            + $"Microsoft ID (on the Account page) is {customerTenantId}. Select the subscription {subscriptionId}, choose {button}, "
            + "then select Submit. Check that the status has changed, and record here that it is done."));
}
