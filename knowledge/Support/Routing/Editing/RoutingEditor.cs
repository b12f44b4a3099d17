using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>
/// The way every edit goes: the role, then in one transaction the version that was read, the checks, the change and its audit,
/// which says every property's value before and after, a secret's never.
/// </summary>
public sealed class RoutingEditor(DbWriter writer, IClock clock)
{
    private const int LongestInTheAudit = 200;
    private const string Area = "routing";
    private static readonly string[] NotInTheAudit = ["Version", "Secret"];

    internal static RoutingOutcome.Forbidden? Refusal(StaffUser by, StaffRole needs = StaffRole.Lead) => by.Is(needs) ? null : new(needs);

    /// <param name="id">Key of the thing; null to add it.</param>
    /// <param name="check">What is wrong with the draft.</param>
    /// <param name="prepare">Called with the draft and what is stored, null for a new one, before it is stored.</param>
    /// <param name="area">What the action belongs to in the audit.</param>
    internal Task<RoutingOutcome> SaveAsync<T>(
        StaffUser by, T draft, object? id, Func<BillingDb, CancellationToken, Task<Checks>> check, Action<T?>? prepare, CancellationToken cancellationToken,
        StaffRole needs = StaffRole.Lead, string area = Area)
        where T : class, IEdited => CommitAsync(by, async (db, token) =>
        {
            var known = id is null ? null : await db.FindAsync<T>([id], token);
            if (id is not null && known is null)
                return new RoutingOutcome.NotFound();
            if (known is not null && known.Version != draft.Version)
                return new RoutingOutcome.Changed();
            if ((await check(db, token)).Problems is { Count: > 0 } problems)
                return new RoutingOutcome.Invalid(problems);

            prepare?.Invoke(known);
            EntityEntry<T> entry;
            if (known is null)
            {
                draft.Version = 0;
                entry = db.Add(draft);
            }
            else
            {
                entry = db.Entry(known);
                db.Attach(known);
                entry.CurrentValues.SetValues(draft);
                known.Version = draft.Version + 1;
            }

            var changes = Changes(entry);
            await db.SaveChangesAsync(token);
            Audit(db, by, Subject(entry), known is null ? "added" : "changed", changes, area);
            await db.SaveChangesAsync(token);
            return new RoutingOutcome.Saved(KeyOf(entry));
        },
        cancellationToken, needs);

    /// <param name="check">What still stands in the way.</param>
    internal Task<RoutingOutcome> DeleteAsync<T>(
        StaffUser by, object id, int version, Func<BillingDb, T, CancellationToken, Task<Checks>>? check, CancellationToken cancellationToken)
        where T : class, IEdited => CommitAsync(by, async (db, token) =>
        {
            if (await db.FindAsync<T>([id], token) is not { } known)
                return new RoutingOutcome.NotFound();
            if (known.Version != version)
                return new RoutingOutcome.Changed();
            if (check is not null && (await check(db, known, token)).Problems is { Count: > 0 } problems)
                return new RoutingOutcome.Invalid(problems);

            var entry = db.Remove(known);
            Audit(db, by, Subject(entry), "deleted", Changes(entry));
            var key = KeyOf(entry);
            await db.SaveChangesAsync(token);
            return new RoutingOutcome.Saved(key);
        },
        cancellationToken);

    internal async Task<RoutingOutcome> CommitAsync(
        StaffUser by, Func<BillingDb, CancellationToken, Task<RoutingOutcome>> work, CancellationToken cancellationToken,
        StaffRole needs = StaffRole.Lead)
    {
        if (Refusal(by, needs) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await writer.CommitAsync(work, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another instance on the same database was faster.
            return new RoutingOutcome.Changed();
        }
    }

    /// <param name="area">What the action belongs to, the first part of its name.</param>
    internal void Audit(BillingDb db, StaffUser by, string subject, string verb, string detail, string area = Area) => db.Add(new AuditEntry
    {
        At = clock.GetCurrentInstant(),
        Actor = by.Actor,
        Action = $"{area}.{verb}",
        Subject = subject,
        Detail = detail,
    });

    private static string Subject(EntityEntry entry) => $"{entry.Metadata.ClrType.Name}:{KeyOf(entry)}";

    private static string KeyOf(EntityEntry entry) =>
        string.Create(CultureInfo.InvariantCulture, $"{entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue}");

    private static string Changes(EntityEntry entry) => string.Join("; ", entry.Properties
        .Where(property => !property.Metadata.IsPrimaryKey() && !NotInTheAudit.Contains(property.Metadata.Name))
        .Where(property => entry.State is not EntityState.Modified || Say(property.OriginalValue) != Say(property.CurrentValue))
        .Where(property => entry.State is EntityState.Modified || Say(property.CurrentValue) != "-")
        .Select(property => entry.State is EntityState.Modified
            ? $"{property.Metadata.Name}: {Say(property.OriginalValue)} -> {Say(property.CurrentValue)}"
            : $"{property.Metadata.Name}: {Say(property.CurrentValue)}"));

    private static string Say(object? value) => value switch
    {
        null or "" => "-",
        IEnumerable<string> list => string.Join(' ', list) is { Length: > 0 } words ? words : "-",
        string text when text.Length > LongestInTheAudit => $"{text[..LongestInTheAudit]}...",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };
}
