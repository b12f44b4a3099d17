using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>Notes on a case that only staff read.</summary>
public static class CaseNotes
{
    private const int LongestNote = 10_000;
    private const int LongestClientId = 100;

    /// <summary>Adds one, within the caller's transaction; anybody of the staff may.</summary>
    /// <param name="clientId">Names this sending: a page that lost the answer says the note again, and it is one note.</param>
    public static async Task<CaseOutcome> NoteAsync(
        BillingDb db, long id, string clientId, string words, StaffUser by, Instant now, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return new CaseOutcome.Forbidden(StaffRole.Agent);
        }

        if (clientId.Length is 0 or > LongestClientId)
        {
            return new CaseOutcome.Invalid("NoClientId");
        }

        if (words.Trim() is not { Length: > 0 and <= LongestNote } text)
        {
            return new CaseOutcome.Invalid(string.IsNullOrWhiteSpace(words) ? "Empty" : "NoteTooLong");
        }

        if (await db.Cases.AsTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } noted)
        {
            return new CaseOutcome.NotFound();
        }

        if (await IsNotedAsync(db, id, by, text, clientId, cancellationToken))
        {
            return new CaseOutcome.Done(noted);
        }

        noted.Version++;
        CaseJournal.Record(db, noted, CaseEventKind.Note, by.Name, by.Actor, text, now, clientId);
        await db.SaveChangesAsync(cancellationToken);
        return new CaseOutcome.Done(noted);
    }

    /// <summary>The audit has the id of a note's sending. It is long, and looked into only where the same words stand already.</summary>
    private static async Task<bool> IsNotedAsync(
        BillingDb db, long id, StaffUser by, string text, string clientId, CancellationToken cancellationToken)
    {
        var subject = CaseJournal.Subject(id);
        return await db.CaseEvents.AnyAsync(
            happened => happened.CaseId == id && happened.Kind == CaseEventKind.Note && happened.By == by.Name && happened.Text == text, cancellationToken)
            && await db.Audit.AnyAsync(
                entry => entry.Action == CaseJournal.Noted && entry.Subject == subject && entry.Actor == by.Actor && entry.Detail == clientId, cancellationToken);
    }
}
