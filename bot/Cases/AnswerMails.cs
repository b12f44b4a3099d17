using BillingBot.Cases.Duties;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support;
using BillingBot.Mail;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>
/// Brings by e-mail what the chat did not: the staff's words, the case's number and how to come back, nothing else, for the
/// address of a guest is not proven. Which words went with which mail is one commit, so none goes twice.
/// </summary>
internal sealed partial class AnswerMails(
    IDbContextFactory<BillingDb> factory,
    DbWriter writer,
    UnreachedAnswers unreached,
    CaseAddresses addresses,
    Phrases<AnswerMails> phrases,
    PublishedOffer offer,
    CaseFeed feed,
    MessageFeed messages,
    MailSignal mail,
    IClock clock,
    ILogger<AnswerMails> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<long> conversations;
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            conversations = await unreached.ConversationsAsync(db, clock.GetCurrentInstant(), cancellationToken);
        }

        foreach (var conversation in conversations)
        {
            await WriteAsync(conversation, cancellationToken);
        }
    }

    private async Task WriteAsync(long conversation, CancellationToken cancellationToken)
    {
        try
        {
            if (await writer.CommitAsync((db, token) => WriteAsync(db, conversation, token), cancellationToken))
            {
                mail.Raise();
                feed.Publish();
                messages.Publish(conversation);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next round tries again; meanwhile the others get their mail.
            LogFailure(failure, conversation);
        }
    }

    private async Task<bool> WriteAsync(BillingDb db, long conversationId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var said = await unreached.InAsync(db, conversationId, now, cancellationToken);
        var known = await db.Cases.AsTracking().Where(known => known.ConversationId == conversationId && known.LastStaffAt != null)
            .OrderByDescending(known => known.Id).FirstAsync(cancellationToken);
        if (said.Count == 0)
        {
            return false;
        }

        if (await addresses.OfAsync(db, known, cancellationToken) is not { } address)
        {
            return await TellStaffAsync(db, known, said[^1], now, cancellationToken);
        }

        var letter = Letter(known, address, said, now);
        db.Add(letter);
        await db.SaveChangesAsync(cancellationToken);
        said.ForEach(message => message.MailId = letter.Id);
        CaseAlerts.Add(db, known, CaseAlert.AnswerMailed, now);
        known.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static async Task<bool> TellStaffAsync(BillingDb db, Case known, Message newest, Instant now, CancellationToken cancellationToken)
    {
        var alert = nameof(CaseAlert.AnswerUndelivered);
        if (await db.CaseEvents.AnyAsync(
            happened => happened.CaseId == known.Id && happened.Kind == CaseEventKind.Alert && happened.Text == alert && happened.At >= newest.At,
            cancellationToken))
        {
            return false;
        }

        CaseAlerts.Add(db, known, CaseAlert.AnswerUndelivered, now);
        known.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private OutgoingMail Letter(Case known, string address, List<Message> said, Instant now)
    {
        var language = CaseSpeech.LanguageOf(known);
        var words = said.Select(message => phrases.Format(
            language, "Said", message.AuthorName ?? offer.Partner, Stored.Read(message.Body, ConversationJson.Default.OutgoingMessage)?.Message.Typed ?? ""));
        return new OutgoingMail
        {
            To = address,
            Subject = phrases.Format(language, "Subject", known.Id, offer.Partner),
            Body = phrases.Format(language, known.IsOpen ? "Body" : "BodyClosed", known.Id, string.Join("\n\n", words), offer.Partner),
            Language = language.Code,
            CreatedAt = now,
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The answers of conversation {Conversation} could not be mailed; they are tried again")]
    private partial void LogFailure(Exception failure, long conversation);
}
