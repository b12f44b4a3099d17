using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>What every move of a case by its customer leaves behind.</summary>
internal static class CustomerTrace
{
    /// <summary>A line in the history and one in the audit.</summary>
    public static void Record(BillingDb db, Case known, CaseEventKind kind, string by, string actor, string? words, Instant now)
    {
        db.Add(new CaseEvent { CaseId = known.Id, Kind = kind, At = now, By = by, Text = words });
        db.Add(new AuditEntry
        {
            At = now,
            Actor = actor,
            Action = string.Create(CultureInfo.InvariantCulture, $"case.{kind.ToString().ToLowerInvariant()}"),
            Subject = string.Create(CultureInfo.InvariantCulture, $"case:{known.Id}"),
            CustomerId = known.CustomerId,
        });
    }

    /// <summary>Binds the case's conversation to it, or to none, so that a turn under way there is run again.</summary>
    public static async Task BindAsync(BillingDb db, Case known, long? caseId, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsTracking().SingleAsync(conversation => conversation.Id == known.ConversationId, cancellationToken);
        if (caseId is not null || conversation.CaseId == known.Id)
        {
            conversation.CaseId = caseId;
            conversation.StateVersion++;
        }
    }
}
