using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Reads what people said about reminders.</summary>
public sealed class ReminderPreferences(HotReads reads)
{
    /// <returns>Null when the person never said.</returns>
    public async Task<bool?> WantsAsync(string personId, CancellationToken cancellationToken) =>
        (await FindAsync(personId, cancellationToken))?.Wants;

    /// <summary>Whether the person was asked before, or has said it unasked.</summary>
    public async Task<bool> WasAskedAsync(string personId, CancellationToken cancellationToken) =>
        await FindAsync(personId, cancellationToken) is not null;

    private Task<ReminderPreference?> FindAsync(string personId, CancellationToken cancellationToken) => reads.ReadAsync(
        (db, token) => db.ReminderPreferences.SingleOrDefaultAsync(preference => preference.PersonId == personId, token), cancellationToken);
}
