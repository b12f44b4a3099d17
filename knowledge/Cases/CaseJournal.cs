using System.Globalization;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>The end of every move of a case: history, audit, and what it means for the conversation.</summary>
internal static class CaseJournal
{
    /// <summary>The audit's word for a note.</summary>
    public const string Noted = "case.note";

    public static Task<CaseOutcome> DoneAsync(
        BillingDb db, Case known, CaseEventKind kind, StaffUser by, string? words, Instant now, CancellationToken cancellationToken) =>
        DoneAsync(db, known, kind, by.Name, by.Actor, words, now, cancellationToken);

    /// <summary>Adds what happened to the history and the audit, saves, and lets a turn under way find the conversation changed.</summary>
    public static async Task<CaseOutcome> DoneAsync(
        BillingDb db, Case known, CaseEventKind kind, string by, string actor, string? words, Instant now, CancellationToken cancellationToken)
    {
        if (kind != CaseEventKind.Claimed)
        {
            known.Version++;
        }

        Record(db, known, kind, by, actor, words, now);
        await db.SaveChangesAsync(cancellationToken);
        await db.Conversations.Where(conversation => conversation.Id == known.ConversationId)
            .ExecuteUpdateAsync(row => row.SetProperty(conversation => conversation.StateVersion, conversation => conversation.StateVersion + 1), cancellationToken);
        if (known is { OwnerId: not null, IsOpen: true })
        {
            await WithdrawAsync(db, known, cancellationToken);
        }

        return new CaseOutcome.Done(known);
    }

    /// <param name="detail">For the audit; null for none.</param>
    public static void Record(
        BillingDb db, Case known, CaseEventKind kind, string by, string actor, string? words, Instant now, string? detail = null)
    {
        db.Add(new CaseEvent { CaseId = known.Id, Kind = kind, At = now, By = by, Text = words });
        db.Add(new AuditEntry
        {
            At = now,
            Actor = actor,
            Action = string.Create(CultureInfo.InvariantCulture, $"case.{kind.ToString().ToLowerInvariant()}"),
            Subject = Subject(known.Id),
            CustomerId = known.CustomerId,
            Detail = detail,
        });
    }

    /// <summary>A case as the audit names it.</summary>
    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"case:{id}");

    public static string Line(string first, string? words) => string.IsNullOrWhiteSpace(words) ? first : $"{first}: {words.Trim()}";

    /// <summary>What the bot had composed and the channel has not taken yet is not said any more.</summary>
    private static Task<int> WithdrawAsync(BillingDb db, Case known, CancellationToken cancellationToken) => db.Messages
        .Where(message => message.ConversationId == known.ConversationId && message.Direction == Direction.Outbound
            && message.Status == MessageStatus.Pending && message.Author == Author.Bot)
        .ExecuteUpdateAsync(row => row.SetProperty(message => message.Status, MessageStatus.Withdrawn), cancellationToken);
}
