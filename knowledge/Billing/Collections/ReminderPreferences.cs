using BillingBot.Knowledge.Storage;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Reads what people said about reminders.</summary>
public sealed class ReminderPreferences(HotReads reads)
{
    private static readonly HotStatement OfPerson = new("""SELECT "Wants" FROM "ReminderPreferences" WHERE "PersonId" = @p0""", values: 1);

    /// <returns>Null when the person never said.</returns>
    public async Task<bool?> WantsAsync(string personId, CancellationToken cancellationToken) => (await FindAsync(personId, cancellationToken)).Wants;

    /// <summary>Whether the person was asked before, or has said it unasked.</summary>
    public async Task<bool> WasAskedAsync(string personId, CancellationToken cancellationToken) => (await FindAsync(personId, cancellationToken)).WasAsked;

    private Task<(bool WasAsked, bool? Wants)> FindAsync(string personId, CancellationToken cancellationToken) => reads.ReadAsync(
        async (db, token) =>
        {
            await using var row = await OfPerson.ReadAsync(db, token, personId);
            return await row.ReadAsync(token) ? (true, row.IsDBNull(0) ? null : row.GetBoolean(0)) : (false, (bool?)null);
        },
        cancellationToken);
}
