using System.Collections.Concurrent;

namespace BillingBot.Channels.DirectLine;

/// <summary>The connected clients of this instance: one a conversation, the newest.</summary>
internal sealed class OpenStreams
{
    private readonly ConcurrentDictionary<long, OpenStream> _open = new();

    /// <summary>Takes the conversation's place; whoever had it is told.</summary>
    public OpenStream Open(long conversationId)
    {
        var stream = new OpenStream(conversationId, this);
        OpenStream? before;
        while (!(_open.TryGetValue(conversationId, out before)
            ? _open.TryUpdate(conversationId, stream, before)
            : _open.TryAdd(conversationId, stream)))
        {
            // Another client came between; try again.
        }

        before?.Replace();
        return stream;
    }

    /// <summary>Shows an activity that is not recorded to whoever is connected.</summary>
    public void Show(long conversationId, string activity)
    {
        if (_open.TryGetValue(conversationId, out var stream))
        {
            stream.Show(activity);
        }
    }

    public void Close(OpenStream stream) => _open.TryRemove(KeyValuePair.Create(stream.ConversationId, stream));
}
