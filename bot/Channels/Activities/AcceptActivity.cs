using BillingBot.Protocol;

namespace BillingBot.Channels.Activities;

/// <summary>Where an authenticated activity goes: <see cref="ActivityIntake.AcceptAsync"/>, or a test's stand-in.</summary>
/// <param name="activity">What came.</param>
/// <param name="since">Timestamp of the request's beginning.</param>
/// <param name="cancellationToken">The request's.</param>
internal delegate Task<IntakeResult> AcceptActivity(Activity activity, long since, CancellationToken cancellationToken);
