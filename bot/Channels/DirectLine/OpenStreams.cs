using System.Collections.Concurrent;
using System.Globalization;
using BillingBot.Replicas;

namespace BillingBot.Channels.DirectLine;

/// <summary>The connected clients of this replica: one a conversation, the newest at any replica.</summary>
internal sealed class OpenStreams(OtherReplicas others) : IReplicaListener
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
        others.Tell(News.Connected, conversationId.ToString(CultureInfo.InvariantCulture));
        return stream;
    }

    /// <summary>Shows an activity that is not recorded to whoever is connected.</summary>
    public void Show(long conversationId, string activity)
    {
        if (!TryShow(conversationId, activity))
        {
            others.Tell(News.Passing, string.Create(CultureInfo.InvariantCulture, $"{conversationId} {activity}"));
        }
    }

    public void Heard(News news, string about)
    {
        var words = about.Split(' ', 2);
        if (news is not (News.Connected or News.Passing) || !long.TryParse(words[0], CultureInfo.InvariantCulture, out var conversationId))
        {
            return;
        }

        if (news == News.Passing && words.Length == 2)
        {
            TryShow(conversationId, words[1]);
        }
        else if (news == News.Connected && _open.TryRemove(conversationId, out var before))
        {
            before.Replace();
        }
    }

    /// <summary>Two connected clients both get everything; only typing is shown to one.</summary>
    public void MayHaveMissed()
    {
    }

    private bool TryShow(long conversationId, string activity)
    {
        if (!_open.TryGetValue(conversationId, out var stream))
        {
            return false;
        }

        stream.Show(activity);
        return true;
    }

    public void Close(OpenStream stream) => _open.TryRemove(KeyValuePair.Create(stream.ConversationId, stream));
}
