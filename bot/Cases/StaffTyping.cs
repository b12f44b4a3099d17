using System.Collections.Concurrent;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>Shows the customer that the owner of their case is typing. Best effort, never stored.</summary>
internal sealed class StaffTyping(IDbContextFactory<BillingDb> factory, IEnumerable<TypingTimers> channels, IClock clock)
{
    /// <summary>Channels take one in 2 to 3 seconds and show it for longer.</summary>
    private static readonly Duration Pause = Duration.FromSeconds(3);
    private readonly ConcurrentDictionary<(long Case, string By), Instant> _shown = new();

    /// <summary>May be called at every key; only the owner's typing is shown.</summary>
    public async Task ShowAsync(StaffUser by, long id, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (!by.Is(StaffRole.Agent) || !Take((id, by.Id), now))
        {
            return;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var conversation = await db.Cases
            .Where(known => known.Id == id && known.OwnerId == by.Id && known.Status != CaseStatus.Resolved)
            .Join(db.Conversations, known => known.ConversationId, conversation => conversation.Id, (_, conversation) => conversation)
            .SingleOrDefaultAsync(cancellationToken);
        foreach (var channel in channels.Where(channel => conversation is not null && channel.Applies(conversation)))
        {
            await channel.ShowAsync(conversation!, cancellationToken);
        }
    }

    private bool Take((long Case, string By) typing, Instant now)
    {
        foreach (var over in _shown.Where(entry => entry.Value + Pause <= now))
        {
            _shown.TryRemove(over);
        }

        return _shown.TryAdd(typing, now);
    }
}
