using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>Where a case stands against its promise that matters most now.</summary>
/// <param name="State">Of that promise.</param>
/// <param name="IsFirstReply">It is the first reply that is promised, and not the solution.</param>
/// <param name="DueAt">When it is, or was, to be kept; null while the clock stands still, and without a promise.</param>
/// <param name="Used">Open time that has passed on the case's clock.</param>
/// <param name="IsPaused">The customer is to answer, or it is over.</param>
public sealed record SlaPosition(SlaState State, bool IsFirstReply, Instant? DueAt, Duration Used, bool IsPaused);
