using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Staff;

/// <summary>Who of the staff is known, and who is there. An open console says so every minute.</summary>
public sealed class StaffDirectory(IDbContextFactory<BillingDb> factory, DbWriter writer, IClock clock)
{
    /// <summary>Notes that a console of theirs is open, with the name and roles that the provider vouches for now.</summary>
    /// <returns>Them, as colleagues see them.</returns>
    public Task<StaffPresence> SeenAsync(StaffUser user, CancellationToken cancellationToken) => NoteAsync(user, _ => { }, cancellationToken);

    /// <summary>Sets whether they take cases.</summary>
    public Task<StaffPresence> SetAvailableAsync(StaffUser user, bool isAvailable, CancellationToken cancellationToken) =>
        NoteAsync(user, known => known.IsAvailable = isAvailable, cancellationToken);

    /// <summary>Everybody to whom a case can be given, by name.</summary>
    /// <returns>Empty for whom cases are not.</returns>
    public async Task<IReadOnlyList<StaffPresence>> ColleaguesAsync(StaffUser by, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var known = await db.StaffPresences.OrderBy(known => known.Name).ToListAsync(cancellationToken);
        return known.FindAll(colleague => colleague.User.Is(StaffRole.Agent));
    }

    /// <returns>Null when no console of theirs was ever open, or cases are not for them.</returns>
    public static async Task<StaffUser?> FindAsync(BillingDb db, string id, CancellationToken cancellationToken) =>
        await db.StaffPresences.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is { User: var user } && user.Is(StaffRole.Agent)
            ? user
            : null;

    private Task<StaffPresence> NoteAsync(StaffUser user, Action<StaffPresence> change, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            var (now, roles) = (clock.GetCurrentInstant(), string.Join(',', user.Roles.Order()));
            var known = await db.StaffPresences.AsTracking().SingleOrDefaultAsync(known => known.Id == user.Id, token);
            if (known is null)
            {
                known = new StaffPresence { Id = user.Id, Name = user.Name, Roles = roles, LastSeenAt = now };
                db.Add(known);
            }

            (known.Name, known.Roles, known.Email, known.LastSeenAt) = (user.Name, roles, user.Email, now);
            change(known);
            await db.SaveChangesAsync(token);
            return known;
        },
        cancellationToken);
}
