using System.Collections.Concurrent;
using NodaTime;

namespace BillingBot.Console.Identity;

/// <summary>
/// Until when each session of this process lasts: a page that is open without asking anything anew must end with it, and
/// at once when its person signs out in another tab.
/// </summary>
internal sealed class StaffSessions(IClock clock)
{
    /// <summary>Without a request for so long, a session ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>However busy, roles and person are asked for again after this.</summary>
    public static readonly Duration Longest = Duration.FromHours(24);

    private readonly ConcurrentDictionary<string, Instant> _ends = new(StringComparer.Ordinal);

    /// <summary>The session that was signed out of.</summary>
    public event EventHandler<SessionEndedEventArgs>? Ended;

    public bool IsOpen(string session) => _ends.TryGetValue(session, out var end) && clock.GetCurrentInstant() < end;

    /// <summary>False for a session that was signed out of here, whose cookie somebody kept.</summary>
    public bool Renew(string session, Instant end)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (over, _) in _ends.Where(known => known.Value != Instant.MinValue && known.Value < now))
        {
            _ends.TryRemove(over, out _);
        }

        return _ends.AddOrUpdate(session, end, (_, known) => known == Instant.MinValue ? known : end) != Instant.MinValue;
    }

    public void End(string session)
    {
        _ends[session] = Instant.MinValue;
        Ended?.Invoke(this, new(session));
    }
}
