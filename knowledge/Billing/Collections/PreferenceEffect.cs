using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Keeps what a person said about reminders, or that they were asked.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="CustomerId">Their customer.</param>
/// <param name="Wants">Null: they were asked; what they said before stays.</param>
/// <param name="Words">How they said it.</param>
public sealed record PreferenceEffect(string PersonId, string CustomerId, bool? Wants, string? Words) : IEffect
{
    private const int LongestWords = 500;

    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var words = Words is { Length: > LongestWords } ? Words[..LongestWords] : Words;
        var known = await db.ReminderPreferences.AsTracking().SingleOrDefaultAsync(other => other.PersonId == PersonId, cancellationToken);
        if (known is not null && (Wants is null || Wants == known.Wants))
        {
            return;
        }

        if (known is null)
        {
            db.Add(new ReminderPreference { PersonId = PersonId, Wants = Wants, Since = now, Words = words });
        }
        else
        {
            (known.Wants, known.Since, known.Words) = (Wants, now, words);
        }

        db.Add(new AuditEntry
        {
            At = now,
            Actor = $"person:{PersonId}",
            Action = Wants switch { true => "reminders.wanted", false => "reminders.stopped", null => "reminders.asked" },
            Subject = $"person:{PersonId}",
            CustomerId = CustomerId,
        });
    }
}
