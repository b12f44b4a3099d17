using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Providers;

namespace BillingBot.Suspensions;

/// <summary>
/// Carries a claimed request out through the provider. The provider is asked first how things stand: what an earlier
/// attempt, or a person, has done already is not done again.
/// </summary>
internal sealed class SuspensionExecution(ISubscriptionProvider provider)
{
    /// <summary>After these a person looks.</summary>
    public const int MaximumAttempts = 8;

    public async Task<SuspensionEnding> RunAsync(SuspensionClaim claim, CancellationToken cancellationToken)
    {
        var request = claim.Request;
        var wanted = request.Kind is SuspensionKind.Suspend ? "suspended" : "active";
        var found = await provider.FindAsync(claim.TenantId, request.SubscriptionId, cancellationToken);
        return found?.Status switch
        {
            { } status when status == wanted => new(SuspensionState.Done, $"The provider says: {status}."),
            { } status when request.ConfirmedBy is not null => new(
                SuspensionState.NeedsHand, $"Confirmed by {request.ConfirmedBy}, but the provider still says: {status}. Look there again."),
            null when request.ConfirmedBy is { } by => new(SuspensionState.Done, $"Confirmed by {by}; the provider tells nothing."),
            null when claim.Stop is { } stop => new(
                SuspensionState.NeedsHand,
                $"{stop} So it should not be done any more, but an earlier attempt may have done it, and the provider tells nothing. "
                + $"Look there: if it is {wanted}, confirm; if not, withdraw."),
            _ when claim.Stop is { } stop => new(SuspensionState.Withdrawn, stop),
            _ when request.Attempts > MaximumAttempts => new(
                SuspensionState.NeedsHand,
                $"The provider did not settle it in {MaximumAttempts} attempts ({request.Answer}). Look there: if it is not {wanted}, do it there; then confirm."),
            _ => Ending(await AskAsync(claim, cancellationToken)),
        };
    }

    private Task<ProviderResult> AskAsync(SuspensionClaim claim, CancellationToken cancellationToken) =>
        claim.Request.Kind is SuspensionKind.Suspend
            ? provider.SuspendAsync(claim.TenantId, claim.Request.SubscriptionId, cancellationToken)
            : provider.ReactivateAsync(claim.TenantId, claim.Request.SubscriptionId, cancellationToken);

    private static SuspensionEnding Ending(ProviderResult result) => result switch
    {
        ProviderResult.Done done => new(SuspensionState.Done, $"The provider says: {done.Status}."),
        ProviderResult.NeedsHand hand => new(SuspensionState.NeedsHand, hand.Instruction),
        ProviderResult.Refused refused => new(SuspensionState.Failed, $"{refused.Code}: {refused.Message}"),
        ProviderResult.Conflict conflict => new(
            SuspensionState.CarryingOut, $"Others were changing it, or the change does not show yet; the provider says: {conflict.Status}."),
        ProviderResult.Unavailable unavailable => new(SuspensionState.CarryingOut, "The provider did not answer.", unavailable.RetryAfter),
        _ => throw new InvalidOperationException($"No case for {result.GetType().Name}."),
    };
}
