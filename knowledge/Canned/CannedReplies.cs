using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Canned;

/// <summary>Agents use canned replies, leads edit them.</summary>
public sealed class CannedReplies(IDbContextFactory<BillingDb> factory, DbWriter writer, IClock clock)
{
    private const int LongestTitle = 80;
    private const int LongestText = 4_000;

    /// <returns>Those in use, by title; none for somebody who may not use them.</returns>
    public async Task<IReadOnlyList<CannedReply>> ListAsync(StaffUser staff, string language, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.Agent))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var replies = await db.CannedReplies.Where(reply => reply.RetiredAt == null).ToListAsync(cancellationToken);
        return [.. replies.OrderBy(reply => reply.Title(language), StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Adds one, or changes the one they had before them.</summary>
    public async Task<CannedOutcome> SaveAsync(StaffUser staff, CannedText text, CancellationToken cancellationToken) =>
        Problem(staff, text) ?? await writer.CommitAsync(
            async (db, token) =>
            {
                if (text.Id is not { } id)
                {
                    var added = db.Add(new CannedReply
                    {
                        TitleEn = text.TitleEn.Trim(),
                        TitleJa = text.TitleJa.Trim(),
                        TextEn = text.TextEn.Trim(),
                        TextJa = text.TextJa.Trim(),
                        ChangedAt = clock.GetCurrentInstant(),
                        ChangedBy = staff.Name,
                    }).Entity;
                    await db.SaveChangesAsync(token);
                    return await RecordAsync(db, staff, added, "canned-reply.added", token);
                }

                var found = await FindAsync(db, id, text.Version, token);
                if (found is not CannedOutcome.Done { Reply: var reply })
                {
                    return found;
                }

                (reply.TitleEn, reply.TitleJa) = (text.TitleEn.Trim(), text.TitleJa.Trim());
                (reply.TextEn, reply.TextJa) = (text.TextEn.Trim(), text.TextJa.Trim());
                return await RecordAsync(db, staff, reply, "canned-reply.changed", token);
            },
            cancellationToken);

    /// <summary>Takes one out of use.</summary>
    public async Task<CannedOutcome> RetireAsync(StaffUser staff, long id, int version, CancellationToken cancellationToken) =>
        !staff.Is(StaffRole.Lead) ? new CannedOutcome.Refused(StaffRole.Lead) : await writer.CommitAsync(
            async (db, token) =>
            {
                var found = await FindAsync(db, id, version, token);
                if (found is not CannedOutcome.Done { Reply: var reply })
                {
                    return found;
                }

                reply.RetiredAt = clock.GetCurrentInstant();
                return await RecordAsync(db, staff, reply, "canned-reply.retired", token);
            },
            cancellationToken);

    private static async Task<CannedOutcome> FindAsync(BillingDb db, long id, int version, CancellationToken cancellationToken) =>
        await db.CannedReplies.AsTracking().SingleOrDefaultAsync(reply => reply.Id == id && reply.RetiredAt == null, cancellationToken) switch
        {
            null => new CannedOutcome.Missing(),
            var reply when reply.Version != version => new CannedOutcome.Conflict(reply),
            var reply => new CannedOutcome.Done(reply),
        };

    private async Task<CannedOutcome> RecordAsync(BillingDb db, StaffUser staff, CannedReply reply, string action, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        (reply.Version, reply.ChangedAt, reply.ChangedBy) = (reply.Version + 1, now, staff.Name);
        db.Add(new AuditEntry
        {
            At = now,
            Actor = staff.Actor,
            Action = action,
            Subject = string.Create(CultureInfo.InvariantCulture, $"canned-reply:{reply.Id}"),
            Detail = reply.TitleEn,
        });
        await db.SaveChangesAsync(cancellationToken);
        return new CannedOutcome.Done(reply);
    }

    private static CannedOutcome? Problem(StaffUser staff, CannedText text)
    {
        if (!staff.Is(StaffRole.Lead))
        {
            return new CannedOutcome.Refused(StaffRole.Lead);
        }

        (string Field, string Value, int Longest)[] fields =
        [
            (nameof(text.TitleEn), text.TitleEn, LongestTitle),
            (nameof(text.TitleJa), text.TitleJa, LongestTitle),
            (nameof(text.TextEn), text.TextEn, LongestText),
            (nameof(text.TextJa), text.TextJa, LongestText),
        ];
        foreach (var (field, value, longest) in fields)
        {
            if (string.IsNullOrWhiteSpace(value) || value.Length > longest)
            {
                return new CannedOutcome.BadLength(field, longest);
            }
        }

        return fields.SelectMany(field => Placeholders.Unknown(field.Value).Select(place => new CannedOutcome.UnknownPlaceholder(field.Field, place)))
            .FirstOrDefault();
    }
}
