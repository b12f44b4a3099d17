using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>Who has proven by a code who they are.</summary>
public sealed class VerifiedSenders(HotReads reads)
{
    private static readonly HotStatement Known = new(
        """
        SELECT "PersonId", "ExpiresAt" FROM "VerifiedSenders"
        WHERE "ConversationId" = @p0 AND "SenderId" = @p1 AND "ExpiresAt" > @p2
        """,
        values: 3);

    /// <summary>How many have typed a code there, so that few turns need ask who.</summary>
    /// <param name="conversation">SQL of its number.</param>
    internal static string In(string conversation) => $"""(SELECT count(*) FROM "VerifiedSenders" v WHERE v."ConversationId" = {conversation})""";

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
