using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>Who has proven by a code who they are.</summary>
public sealed class VerifiedSenders(HotReads reads)
{
    /// <summary>Of a conversation <c>c</c>: whether anybody has typed a code there, ever so long ago, so that few turns need ask who.</summary>
    internal const string InConversation = """(SELECT count(*) FROM "VerifiedSenders" v WHERE v."ConversationId" = c."Id")""";

    private static readonly HotStatement Known = new(
        """
        SELECT "PersonId", "ExpiresAt" FROM "VerifiedSenders"
        WHERE "ConversationId" = @p0 AND "SenderId" = @p1 AND "ExpiresAt" > @p2
        """,
        values: 3);

    /// <returns>Null when the sender has not, or it is too long ago.</returns>
    public Task<VerifiedSender?> FindAsync(long conversationId, string senderId, Instant now, CancellationToken cancellationToken) =>
        reads.ReadAsync(
            async (db, token) =>
            {
                await using var row = await Known.ReadAsync(db, token, conversationId, senderId, now);
                return !await row.ReadAsync(token) ? null : new VerifiedSender
                {
                    ConversationId = conversationId,
                    SenderId = senderId,
                    PersonId = row.GetString(0),
                    ExpiresAt = Instant.FromUnixTimeMilliseconds(row.GetInt64(1)),
                };
            },
            cancellationToken);
}
