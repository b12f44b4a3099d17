using NodaTime;

namespace BillingBot.Knowledge.Storage.Replicas;

/// <summary>
/// The clock by which replicas take work from each other row by row, and put it off: this process's, set right by the database's
/// where several share one, so that none takes what another has because its own clock is ahead.
/// </summary>
public sealed class DueClock(IClock clock, Leases leases)
{
    public async ValueTask<Instant> NowAsync(CancellationToken cancellationToken) =>
        clock.GetCurrentInstant() + await leases.AheadAsync(cancellationToken);
}
