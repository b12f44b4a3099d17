using System.Text.Encodings.Web;
using System.Text.Json;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Conversations;

/// <summary>
/// Takes what was said long ago out of the database and into a file. The conversation itself stays, with what the bot remembers and its
/// count of messages, so a customer who comes back goes on. Not what waits for anybody, and nothing while a case is open.
/// </summary>
public sealed class ConversationArchive(IDbContextFactory<BillingDb> factory, DbWriter writer)
{
    /// <summary>Conversations at once: customers who write meanwhile wait for the deleting of so many.</summary>
    private const int Batch = 100;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="before">Conversations in which nothing was said since then.</param>
    /// <param name="to">Gets one JSON object a line and conversation; on disk before anything is deleted.</param>
    /// <param name="cancellationToken">Stops between two batches; what is in the file by then is out of the database, but perhaps for the last batch.</param>
    /// <returns>How many conversations and messages are in the file.</returns>
    public async Task<(int Conversations, int Messages)> MoveAsync(Instant before, FileStream to, CancellationToken cancellationToken)
    {
        var (conversations, messages) = (0, 0);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        for (var last = 0L; ;)
        {
            var batch = await Old(db, before).Where(known => known.Id > last).OrderBy(known => known.Id).Take(Batch).ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                return (conversations, messages);
            }

            foreach (var conversation in batch)
            {
                messages += await WriteAsync(db, conversation, before, to, cancellationToken);
            }

            to.Flush(flushToDisk: true);
            var ids = batch.Select(conversation => conversation.Id).ToList();
            await writer.CommitLockingAsync(
                (writing, token) => writing.Messages.Where(message => ids.Contains(message.ConversationId) && message.At < before).ExecuteDeleteAsync(token),
                cancellationToken);
            conversations += batch.Count;
            last = ids[^1];
        }
    }

    private static IQueryable<Conversation> Old(BillingDb db, Instant before) => db.Conversations.Where(known =>
        known.LastActivityAt < before && known.CaseId == null
        && db.Messages.Any(message => message.ConversationId == known.Id)
        && !db.Messages.Any(message => message.ConversationId == known.Id
            && (message.At >= before || message.Status == MessageStatus.Accepted || message.Status == MessageStatus.Pending)));

    private static async Task<int> WriteAsync(BillingDb db, Conversation conversation, Instant before, Stream to, CancellationToken cancellationToken)
    {
        var said = await db.Messages.Where(message => message.ConversationId == conversation.Id && message.At < before)
            .OrderBy(message => message.Sequence).ToListAsync(cancellationToken);
        var line = new
        {
            id = conversation.Id,
            channel = conversation.Channel,
            conversation = conversation.ChannelConversationId,
            person = conversation.PersonId,
            messages = said.Select(message => new
            {
                sequence = message.Sequence,
                at = InstantPattern.ExtendedIso.Format(message.At),
                direction = message.Direction.ToString(),
                author = message.Direction == Direction.Outbound ? message.AuthorName ?? message.Author.ToString() : null,
                status = message.Status.ToString(),
                inReplyTo = message.InReplyTo,
                body = message.Body,
                outcome = message.Outcome,
            }),
        };
        await JsonSerializer.SerializeAsync(to, line, Readable, cancellationToken);
        to.WriteByte((byte)'\n');
        return said.Count;
    }
}
