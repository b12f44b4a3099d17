using BillingBot.Conversation;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Skills.Verify;

/// <summary>
/// Reads the address that a guest has typed from the message that holds it, so that it stands nowhere else: an open form may
/// stay open long after its code is of no use.
/// </summary>
internal sealed class EarlierAddress(IDbContextFactory<BillingDb> factory)
{
    /// <returns>Null when none was given, or the message is not there any more.</returns>
    public async Task<string?> ReadAsync(Turn turn, IReadOnlyDictionary<string, string> slots, CancellationToken cancellationToken)
    {
        if (VerifySlots.AddressedBy(slots) is not { } sequence)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var body = await db.Messages.Where(message => message.ConversationId == turn.Conversation && message.Sequence == sequence)
            .Select(message => message.Body).SingleOrDefaultAsync(cancellationToken);
        return Stored.Read(body, ConversationJson.Default.Incoming) is { } said ? TypedAddress.Read(said.Text) : null;
    }
}
