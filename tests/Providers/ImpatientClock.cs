using BillingBot.Providers.PartnerCenter;
using Microsoft.Extensions.Time.Testing;

namespace BillingBot.Tests.Providers;

/// <summary>Time stands still but for waits, which pass at once by this clock: nobody waits for a back-off. A call under way
/// does not run out of time by itself.</summary>
internal sealed class ImpatientClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime != PartnerCenterClient.CallTimeout)
            _ = Task.Run(() => Advance(dueTime));
        return timer;
    }
}
