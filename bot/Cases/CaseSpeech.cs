using System.Text.Json;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>Says something in a case's conversation, within the transaction that causes it.</summary>
internal sealed class CaseSpeech(ProactiveMessages messages, Phrases<CaseSpeech> phrases)
{
    /// <summary>What staff typed, with their name above it; none of it is read as Markdown.</summary>
    /// <param name="key">Names this sending in its conversation.</param>
    public Task StaffSaysAsync(
        BillingDb db, Case known, StaffUser by, string key, string text, Instant now, CancellationToken cancellationToken)
    {
        // Markdown makes one line of two, unless a blank one is between them.
        var words = Markdown.Escape(text.Trim().ReplaceLineEndings("\n")).Replace("\n", "\n\n", StringComparison.Ordinal);
        var shown = $"**{Markdown.Escape(by.Name)}**\n\n{words}";
        return AddAsync(db, known, Words(known, shown) with { Typed = text.Trim() }, Author.Staff, by.Name, key, now, cancellationToken);
    }

    /// <param name="key">Of the phrase, in the language of the case.</param>
    /// <param name="values">Untrusted ones must be escaped.</param>
    public Task NoticeAsync(BillingDb db, Case known, string key, Instant now, CancellationToken cancellationToken, params object[] values) =>
        NoticeAsync(db, known, Phrase(known, key, values), now, cancellationToken);

    public Task NoticeAsync(BillingDb db, Case known, ReplyMessage message, Instant now, CancellationToken cancellationToken) =>
        AddAsync(db, known, message, Author.Notice, null, null, now, cancellationToken);

    public ReplyMessage Phrase(Case known, string key, params object[] values) => Words(known, phrases.Format(LanguageOf(known), key, values));

    public static Language LanguageOf(Case known) => Language.FromLocale(known.Language) ?? Language.English;

    private static ReplyMessage Words(Case known, string text) => new() { Text = text, Language = known.Language };

    private async Task AddAsync(
        BillingDb db, Case known, ReplyMessage message, Author author, string? name, string? key, Instant now, CancellationToken cancellationToken)
    {
        var channel = await db.Conversations.Where(conversation => conversation.Id == known.ConversationId)
            .Select(conversation => conversation.Channel).SingleAsync(cancellationToken);
        var body = JsonSerializer.Serialize(
            new OutgoingMessage(message, new Sender(known.SenderId, known.SenderName), ReplyToId: null), ConversationJson.Default.OutgoingMessage);
        var status = channel == OwnChannel.DirectLine ? MessageStatus.Sent : MessageStatus.Pending;
        await messages.AddAsync(
            db, known.ConversationId, new RecordedReply(body, status) { Author = author, AuthorName = name, DedupeKey = key }, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
