using System.Globalization;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>What a member of staff says to the customer, within a transaction.</summary>
internal sealed class StaffWords(CaseSpeech speech, SlaClock sla)
{
    private const int LongestMessage = 4_000;
    private const int LongestClientId = 100;

    /// <returns>Key of a phrase that says what is wrong; null when it can be sent.</returns>
    public static string? Problem(string text) => text.Trim().Length switch
    {
        0 => "Empty",
        > LongestMessage => "TooLong",
        _ => null,
    };

    public async Task<CaseOutcome> SayAsync(
        BillingDb db, StaffUser by, long id, string clientId, string text, Instant now, CancellationToken cancellationToken)
    {
        if (clientId.Length is 0 or > LongestClientId)
        {
            return new CaseOutcome.Invalid("NoClientId");
        }

        var key = $"staff:{by.Id}:{clientId}";
        if (by.Is(StaffRole.Agent) && await SaidBeforeAsync(db, id, key, cancellationToken) is { } before)
        {
            // The first answer was lost on its way: it was said then, whoever owns the case by now.
            return new CaseOutcome.Done(before);
        }

        var (known, refusal) = await CaseMoves.OwnedAsync(db, id, by, leads: false, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        sla.Stop(known, await CasePlans.NameAsync(db, known, cancellationToken), now);
        if (known.FirstReplyAt is null)
        {
            // From now on the clock is held against the other promise.
            (known.FirstReplyAt, known.SlaWarnedAt, known.SlaBreachedAt) = (now, null, null);
        }

        (known.LastStaffAt, known.Status) = (now, CaseStatus.AwaitingCustomer);
        (known.OwnerRemindedAt, known.CustomerRemindedAt) = (null, null);
        known.Version++;
        Audit(db, known, by, "case.sent", now);
        await speech.StaffSaysAsync(db, known, by, key, text, now, cancellationToken);
        return new CaseOutcome.Done(known);
    }

    public async Task<CaseOutcome> RetryAsync(
        BillingDb db, StaffUser by, long id, long sequence, Instant now, CancellationToken cancellationToken)
    {
        var (known, refusal) = await CaseMoves.OwnedAsync(db, id, by, leads: true, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        var again = await db.Messages
            .Where(message => message.ConversationId == known.ConversationId && message.Sequence == sequence && message.Author != Author.Bot)
            .SendAgainAsync(cancellationToken);
        if (again == 0)
        {
            return new CaseOutcome.Invalid("NothingToRetry");
        }

        Audit(db, known, by, "case.retried", now);
        await db.SaveChangesAsync(cancellationToken);
        return new CaseOutcome.Done(known);
    }

    private static Task<Case?> SaidBeforeAsync(BillingDb db, long id, string key, CancellationToken cancellationToken) => db.Cases
        .Where(known => known.Id == id && db.Messages.Any(message =>
            message.ConversationId == known.ConversationId && message.DedupeKey == key && message.Direction == Direction.Outbound))
        .SingleOrDefaultAsync(cancellationToken);

    private static void Audit(BillingDb db, Case known, StaffUser by, string action, Instant now) => db.Add(new AuditEntry
    {
        At = now,
        Actor = by.Actor,
        Action = action,
        Subject = string.Create(CultureInfo.InvariantCulture, $"case:{known.Id}"),
        CustomerId = known.CustomerId,
    });
}
