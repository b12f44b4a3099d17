using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>
/// Something a turn changes beside the conversation, for example an opened dispute. It is committed with the turn's
/// replies, so that what was said and what was done cannot disagree.
/// </summary>
public interface IEffect
{
    /// <summary>Adds the change to <paramref name="db"/>; the caller saves and commits.</summary>
    Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken);
}
