using BillingBot.Providers;

namespace BillingBot.Tests.Billing.Suspensions;

/// <summary>A provider that keeps the state of subscriptions, and answers as it is told.</summary>
internal sealed class ScriptedProvider : ISubscriptionProvider
{
    private readonly Lock _lock = new();
    private readonly List<string> _calls = [];

    /// <summary>What it answers next instead of doing it; true: it does it all the same.</summary>
    public Queue<(Func<ProviderResult> Answer, bool Does)> Answers { get; } = new();

    /// <summary>False: it tells nothing, as a manual provider or one that is down.</summary>
    public bool Tells { get; set; } = true;
    public string Status { get; set; } = "active";
    public IReadOnlyList<string> Calls => _calls;

    public Task<ProviderSubscription?> FindAsync(string customerTenantId, string subscriptionId, CancellationToken cancellationToken) =>
        Task.FromResult(Tells ? new ProviderSubscription { Id = subscriptionId, Status = Status } : null);

    public Task<ProviderResult> SuspendAsync(string customerTenantId, string subscriptionId, CancellationToken cancellationToken) =>
        Change("suspended", customerTenantId, subscriptionId);

    public Task<ProviderResult> ReactivateAsync(string customerTenantId, string subscriptionId, CancellationToken cancellationToken) =>
        Change("active", customerTenantId, subscriptionId);

    private async Task<ProviderResult> Change(string status, string tenant, string subscription)
    {
        await Task.Yield();
        lock (_lock)
        {
            _calls.Add($"{status} {subscription} {tenant}");
            var told = Answers.TryDequeue(out var next);
            Status = !told || next.Does ? status : Status;
            return told ? next.Answer() : new ProviderResult.Done(status, null);
        }
    }
}
