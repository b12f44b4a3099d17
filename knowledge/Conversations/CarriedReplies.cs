using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Conversations;

/// <summary>
/// Replies that a request of this process is to carry, so that nobody sends them meanwhile: here they are held, and with several
/// replicas their rows are taken as for a sending. They are recorded as waiting: when request and process are gone, the channel gets them.
/// </summary>
public sealed class CarriedReplies(DbWriter writer, Leases leases, IOptions<ReplicaOptions> replicas)
{
    private static readonly HotStatement Take = new(
        $"""
        UPDATE "Messages" SET "TakenUntil" = (SELECT {Leases.Now} + @p3)
        WHERE "ConversationId" = @p0 AND "Sequence" BETWEEN @p1 AND @p2
        RETURNING "TakenUntil"
        """,
        values: 4);

    private static readonly HotStatement GiveBack = new(
        """
        UPDATE "Messages" SET "TakenUntil" = NULL
        WHERE "ConversationId" = @p0 AND "InReplyTo" = @p1 AND "Status" = 'Pending' AND "TakenUntil" = @p2
        """,
        values: 3);

    /// <summary>No attempt of a channel: that tells a reply which its request has from one which the channel has.</summary>
    private static readonly HotStatement MarkSent = new(
        """
        UPDATE "Messages" SET "Status" = 'Sent', "Attempts" = 0, "LastError" = NULL, "TakenUntil" = NULL
        WHERE "ConversationId" = @p0 AND "Sequence" = @p1 AND "Status" IN ('Pending', 'Withdrawn', 'Dead')
        """,
        values: 2);

    private readonly Dictionary<long, List<Hold>> _held = [];
    private readonly Lock _lock = new();

    /// <summary>Set by whoever delivers: less is held in the conversation. They look again, and call <see cref="Forget"/> first.</summary>
    public Action<long>? Ended { private get; set; }

    /// <summary>Before the turn is committed: then nobody can come upon its replies first.</summary>
    public Hold Begin(long conversationId, long turn)
    {
        var hold = new Hold(conversationId, turn);
        lock (_lock)
        {
            if (!_held.TryGetValue(conversationId, out var known))
            {
                _held[conversationId] = known = [];
            }

            known.Add(hold);
        }

        return hold;
    }

    /// <summary>
    /// At the beginning of a delivery's visit: what ended before it is no matter any more. Until then it counts, for what a visit
    /// has read may have been taken by its request meanwhile.
    /// </summary>
    public void Forget(long conversationId)
    {
        lock (_lock)
        {
            if (_held.TryGetValue(conversationId, out var known) && known.RemoveAll(hold => hold.IsOver) > 0 && known.Count == 0)
            {
                _held.Remove(conversationId);
            }
        }
    }

    public bool AreHeld(Message reply)
    {
        lock (_lock)
        {
            return _held.TryGetValue(reply.ConversationId, out var known) && known.Exists(hold => hold.Turn == reply.InReplyTo);
        }
    }

    /// <summary>Whether the request may carry it now: with several replicas another one may be about to send it.</summary>
    public bool MayCarry(Hold hold, Message reply) => reply.TakenUntil == hold.Until
        && (hold.Until is null || TimeProvider.System.GetElapsedTime(hold.Asked) < replicas.Value.LongestSending);

    /// <summary>In the turn's transaction.</summary>
    internal async Task TakeAsync(BillingDb db, IReadOnlyList<Message> promised, CancellationToken cancellationToken)
    {
        if (leases.AreNeeded && promised.Count > 0 && Find(promised[0]) is { } hold)
        {
            hold.Asked = TimeProvider.System.GetTimestamp();
            await using var row = await Take.ReadAsync(
                db, cancellationToken, hold.ConversationId, promised[0].Sequence, promised[^1].Sequence, Leases.Milliseconds(leases.Length));
            hold.Until = await row.ReadAsync(cancellationToken) ? row.GetInt64(0) : null;
        }
    }

    /// <summary>The request has them.</summary>
    public Task<int> MarkSentAsync(IReadOnlyList<Message> replies, CancellationToken cancellationToken) => writer.CommitLockingAsync(
        async (db, token) =>
        {
            var marked = 0;
            foreach (var reply in replies)
            {
                marked += await MarkSent.ExecuteAsync(db, token, reply.ConversationId, reply.Sequence);
            }

            return marked;
        },
        cancellationToken);

    /// <summary>Whatever the request did not carry may be sent.</summary>
    public async Task GiveBackAsync(Hold hold, CancellationToken cancellationToken)
    {
        if (hold.Until is { } until)
        {
            await writer.CommitLockingAsync((db, token) => GiveBack.ExecuteAsync(db, token, hold.ConversationId, hold.Turn, until), cancellationToken);
        }
    }

    public void End(Hold hold)
    {
        lock (_lock)
        {
            hold.IsOver = true;
        }

        Ended?.Invoke(hold.ConversationId);
    }

    private Hold? Find(Message reply)
    {
        lock (_lock)
        {
            return _held.GetValueOrDefault(reply.ConversationId)?.Find(hold => hold.Turn == reply.InReplyTo && !hold.IsOver);
        }
    }
}
