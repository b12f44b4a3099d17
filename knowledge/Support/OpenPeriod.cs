using NodaTime;

namespace BillingBot.Knowledge.Support;

/// <summary>Open from <paramref name="Start"/> to just before <paramref name="End"/>.</summary>
public sealed record OpenPeriod(Instant Start, Instant End);
