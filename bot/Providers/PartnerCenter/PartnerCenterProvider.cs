namespace BillingBot.Providers.PartnerCenter;

/// <summary>
/// Suspends and reactivates as documented ("Suspend a subscription", "Reactivate a suspended subscription"): reads the
/// subscription, changes its status and sends it back whole, with the etag it was read at.
/// </summary>
internal sealed class PartnerCenterProvider(PartnerCenterClient client) : ISubscriptionProvider
{
    private const int MaximumChanges = 2;

    public async Task<ProviderSubscription?> FindAsync(
        string customerTenantId, string subscriptionId, CancellationToken cancellationToken) =>
        Path(customerTenantId, subscriptionId) is { } path
        && await client.GetAsync(path, cancellationToken) is PartnerCenterReply.Resource resource
            ? SubscriptionReader.Read(resource.Body)
            : null;

    public Task<ProviderResult> SuspendAsync(
        string customerTenantId, string subscriptionId, CancellationToken cancellationToken) =>
        ChangeAsync(Path(customerTenantId, subscriptionId), "suspended", cancellationToken);

    public Task<ProviderResult> ReactivateAsync(
        string customerTenantId, string subscriptionId, CancellationToken cancellationToken) =>
        ChangeAsync(Path(customerTenantId, subscriptionId), "active", cancellationToken);

    private async Task<ProviderResult> ChangeAsync(string? path, string wanted, CancellationToken cancellationToken)
    {
        if (path is null)
            return new ProviderResult.Refused("InvalidId", "The customer's tenant ID and the subscription ID must be GUIDs. Correct them in the customer's data.");

        for (var changes = 0; ; changes++)
        {
            var read = await client.GetAsync(path, cancellationToken);
            if (read is not PartnerCenterReply.Resource { Body: var body } || SubscriptionReader.Read(body) is not { } subscription)
                return Failure(read);
            if (subscription.Status == wanted)
                return new ProviderResult.Done(subscription.Status, subscription.ETag);
            if (changes == MaximumChanges)
                return new ProviderResult.Conflict(subscription.Status);
            if (subscription.ETag is null)
                return new ProviderResult.Refused("NoETag", "Partner Center gave the subscription without a version (etag), so that it cannot be changed safely. Change it in Partner Center.");

            body["status"] = wanted;
            var reply = await client.PatchAsync(path, body, subscription.ETag, cancellationToken);
            switch (reply)
            {
                case PartnerCenterReply.Resource { Body: var changed } when SubscriptionReader.Read(changed) is { } now && now.Status == wanted:
                    return new ProviderResult.Done(now.Status, now.ETag);
                case PartnerCenterReply.Resource or PartnerCenterReply.Stale:
                    continue;
                default:
                    return Failure(reply);
            }
        }
    }

    private static ProviderResult Failure(PartnerCenterReply reply) => reply switch
    {
        PartnerCenterReply.Refused refused => new ProviderResult.Refused(refused.Code, refused.Message),
        PartnerCenterReply.Unavailable unavailable => new ProviderResult.Unavailable(unavailable.RetryAfter),
        // A read that is neither refused nor a subscription.
        _ => new ProviderResult.Unavailable(null),
    };

    /// <summary>Null when an id is not a GUID; anything else could lead out of the customer's part of the API.</summary>
    private static string? Path(string customerTenantId, string subscriptionId) =>
        Guid.TryParse(customerTenantId, out var customer) && Guid.TryParse(subscriptionId, out var subscription)
            ? $"v1/customers/{customer:D}/subscriptions/{subscription:D}"
            : null;
}
