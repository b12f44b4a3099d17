using System.Collections.Concurrent;
using BillingBot.Knowledge.Staff;
using BillingBot.Replicas;
using NodaTime;

namespace BillingBot.Console.Identity;

/// <summary>
/// Until when each session of this process lasts: a page that is open without asking anything anew must end with it, and
/// at once when its person signs out in another tab, whichever replica that tab is at. Who signed out stays so in the database.
/// </summary>
internal sealed partial class StaffSessions(EndedSessions ended, OtherReplicas others, IClock clock, ILogger<StaffSessions> logger) : IReplicaListener
{
    /// <summary>Without a request for so long, a session ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>However busy, roles and person are asked for again after this.</summary>
    public static readonly Duration Longest = Duration.FromHours(24);

    private readonly ConcurrentDictionary<string, Instant> _ends = new(StringComparer.Ordinal);

    /// <summary>The session that was signed out of.</summary>
    public event EventHandler<SessionEndedEventArgs>? Ended;

    public bool IsOpen(string session) => _ends.TryGetValue(session, out var end) && clock.GetCurrentInstant() < end;

    /// <summary>False for a session that was signed out of, whose cookie somebody kept.</summary>
    public async Task<bool> RenewAsync(string session, Instant end, CancellationToken cancellationToken)
    {
        if (await ended.ContainsAsync(session, cancellationToken))
        {
            EndHere(session);
            return false;
        }

        var now = clock.GetCurrentInstant();
        foreach (var (over, _) in _ends.Where(known => known.Value != Instant.MinValue && known.Value < now))
        {
            _ends.TryRemove(over, out _);
        }

        return _ends.AddOrUpdate(session, end, (_, known) => known == Instant.MinValue ? known : end) != Instant.MinValue;
    }

    public async Task EndAsync(string session, CancellationToken cancellationToken)
    {
        EndHere(session);
        await ended.AddAsync(session, clock.GetCurrentInstant(), Longest, cancellationToken);
        others.Tell(News.SignedOut, session);
    }

    public void Heard(News news, string about)
    {
        if (news == News.SignedOut)
        {
            EndHere(about);
        }
    }

    public void MayHaveMissed() => _ = LookAsync();

    private void EndHere(string session)
    {
        _ends[session] = Instant.MinValue;
        Ended?.Invoke(this, new(session));
    }

    private async Task LookAsync()
    {
        try
        {
            foreach (var session in await ended.AmongAsync([.. _ends.Keys], CancellationToken.None))
            {
                EndHere(session);
            }
        }
#pragma warning disable CA1031 // The next request of the session's asks again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be read who has signed out elsewhere")]
    private partial void LogFailure(Exception failure);
}
