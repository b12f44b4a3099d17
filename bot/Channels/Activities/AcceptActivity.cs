using BillingBot.Protocol;

namespace BillingBot.Channels.Activities;

/// <summary>Where an authenticated activity goes: <see cref="ActivityIntake.AcceptAsync"/>, or a test's stand-in.</summary>
internal delegate Task<IntakeResult> AcceptActivity(Activity activity, CancellationToken cancellationToken);
