using BillingBot.Protocol;

namespace BillingBot.Channels;

/// <summary>Takes an authenticated, well-formed activity into the bot.</summary>
internal sealed class ActivityIntake
{
    public Task<IntakeResult> AcceptAsync(Activity activity, CancellationToken cancellationToken)
    {
        _ = activity;
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IntakeResult>(new IntakeResult.Ignored());
    }
}
