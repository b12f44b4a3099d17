namespace BillingBot.Conversation;

/// <summary>
/// Since when messages are seen to wait, by this machine's running time: the clock of whoever stored them may be another. For looks that
/// are made one after the other.
/// </summary>
internal sealed class SeenWaiting
{
    private Dictionary<(long ConversationId, long Sequence), long> _since = [];

    /// <param name="waiting">What is seen now; what is not any more is forgotten.</param>
    /// <param name="least">How long it must have been seen.</param>
    /// <returns>The conversations of those that were seen for so long.</returns>
    public IReadOnlyList<long> For(TimeSpan least, IReadOnlyList<(long ConversationId, long Sequence)> waiting)
    {
        var now = TimeProvider.System.GetTimestamp();
        _since = waiting.ToDictionary(message => message, message => _since.GetValueOrDefault(message, now));
        return [.. _since.Where(seen => TimeProvider.System.GetElapsedTime(seen.Value, now) >= least).Select(seen => seen.Key.ConversationId)];
    }
}
