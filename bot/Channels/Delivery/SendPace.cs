using BillingBot.Protocol;

namespace BillingBot.Channels.Delivery;

/// <summary>
/// Keeps what this replica sends within what Teams takes, so that a burst waits here instead of being refused. (Microsoft,
/// "Optimize your bot with rate limiting in Teams".) What the others send is not known here; a 429 says so, and is heeded.
/// </summary>
internal sealed class SendPace(TimeProvider time)
{
    private const int TenantPerSecond = 50;
    private const int ManyKnown = 10_000;
    private static readonly (int Count, TimeSpan Within)[] OfConversation =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))];

    private readonly Dictionary<string, List<long>> _sent = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Then those that are over are looked for: whenever there are twice as many as after the last time, so that it costs little each.</summary>
    private int _tooMany = ManyKnown;

    /// <summary>Whether these limits are the conversation's. Not the Playground's on this machine, which says that it were Teams and has none.</summary>
    public static bool Applies(Knowledge.Conversations.Conversation conversation, ConversationReference? reference) =>
        conversation.Channel == ChannelIds.Teams && Uri.TryCreate(reference?.ServiceUrl, UriKind.Absolute, out var service) && !service.IsLoopback;

    /// <param name="conversation">The channel's id.</param>
    /// <param name="tenant">Null where the channel says none.</param>
    /// <param name="replicas">Share the tenant's limit.</param>
    /// <returns>Zero: it may be sent now, and is counted; else how long it must wait.</returns>
    public TimeSpan Reserve(string conversation, string? tenant, int replicas)
    {
        (int Count, TimeSpan Within)[] ofTenant = [(Math.Max(1, TenantPerSecond / Math.Max(1, replicas)), TimeSpan.FromSeconds(1))];
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var own = Sent($"c{conversation}", OfConversation[^1].Within, now);
            var all = tenant is null ? null : Sent($"t{tenant}", ofTenant[0].Within, now);
            var wait = Wait(own, OfConversation, now);
            if (all is not null && Wait(all, ofTenant, now) is var shared && shared > wait)
            {
                wait = shared;
            }

            if (wait == TimeSpan.Zero)
            {
                own.Add(now);
                all?.Add(now);
            }

            return wait;
        }
    }

    private TimeSpan Wait(List<long> sent, (int Count, TimeSpan Within)[] limits, long now)
    {
        var longest = TimeSpan.Zero;
        foreach (var (count, within) in limits)
        {
            if (sent.Count >= count && within - time.GetElapsedTime(sent[^count], now) is var wait && wait > longest)
            {
                longest = wait;
            }
        }

        return longest;
    }

    private List<long> Sent(string key, TimeSpan within, long now)
    {
        if (_sent.TryGetValue(key, out var known))
        {
            known.RemoveRange(0, known.FindIndex(at => time.GetElapsedTime(at, now) <= within) is >= 0 and var kept ? kept : known.Count);
            return known;
        }

        if (_sent.Count >= _tooMany)
        {
            foreach (var over in _sent.Where(entry => entry.Value.Count == 0 || time.GetElapsedTime(entry.Value[^1], now) > OfConversation[^2].Within).Select(entry => entry.Key).ToList())
            {
                _sent.Remove(over);
            }

            _tooMany = Math.Max(ManyKnown, 2 * _sent.Count);
        }

        return _sent[key] = [];
    }
}
