using System.Security.Cryptography;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>
/// Takes typed codes. A try is counted before the code is compared, and both are compare-and-set, so that neither two
/// requests at once nor two instances get a try more, or use a code twice. It commits before the turn does, because the
/// answer depends on it; a turn that is run again (a crash between the two) is known by the number of its message:
/// it gets the same answer and counts no second try.
/// </summary>
public sealed class CodeRedeemer(DbWriter writer, KeyStore keys, IOptions<VerificationOptions> options, IClock clock)
{
    public async Task<CodeRedemption> RedeemAsync(
        long conversationId, long sequence, string senderId, string code, CancellationToken cancellationToken)
    {
        var hash = new CodeHasher(await keys.GetOrCreateAsync(CodeIssuer.KeyName, cancellationToken)).OfCode(conversationId, senderId, code);
        return await writer.CommitAsync(
            async (db, token) =>
            {
                var now = clock.GetCurrentInstant();
                var known = await db.VerificationCodes
                    .Where(row => row.ConversationId == conversationId && row.SenderId == senderId)
                    .OrderByDescending(row => row.Id).FirstOrDefaultAsync(token);
                return known is null ? new CodeRedemption.NoCode() : await RedeemAsync(db, known, sequence, hash, now, token);
            },
            cancellationToken);
    }

    private async Task<CodeRedemption> RedeemAsync(
        BillingDb db, VerificationCode known, long sequence, byte[] hash, Instant now, CancellationToken cancellationToken)
    {
        var isRepeat = known.LastTriedBy == sequence;
        if (known.UsedAt is not null)
        {
            return isRepeat ? await VerifiedAsync(db, known, cancellationToken) : new CodeRedemption.NoCode();
        }

        if (known.LockedUntil > now)
        {
            return new CodeRedemption.Locked(known.LockedUntil.Value);
        }

        if (known.ExpiresAt <= now || known.LockedUntil is not null)
        {
            return new CodeRedemption.NoCode();
        }

        if (!isRepeat && await CountTryAsync(db, known, sequence, cancellationToken) == 0)
        {
            return new CodeRedemption.NoCode();
        }

        var tries = isRepeat ? known.Tries : known.Tries + 1;
        if (known.PersonId is not null && CryptographicOperations.FixedTimeEquals(known.CodeHash, hash))
        {
            return await UseAsync(db, known, now, cancellationToken);
        }

        if (tries < options.Value.Tries)
        {
            return new CodeRedemption.Wrong(options.Value.Tries - tries);
        }

        return await LockAsync(db, known, now, cancellationToken);
    }

    private static Task<int> CountTryAsync(
        BillingDb db, VerificationCode known, long sequence, CancellationToken cancellationToken) => db.VerificationCodes
            .Where(row => row.Id == known.Id && row.Tries == known.Tries && row.UsedAt == null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(code => code.Tries, code => code.Tries + 1)
                    .SetProperty(code => code.LastTriedBy, (long?)sequence),
                cancellationToken);

    private async Task<CodeRedemption> UseAsync(BillingDb db, VerificationCode known, Instant now, CancellationToken cancellationToken)
    {
        var used = await db.VerificationCodes.Where(row => row.Id == known.Id && row.UsedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(code => code.UsedAt, (Instant?)now), cancellationToken);
        if (used == 0 || await PersonAsync(db, known, cancellationToken) is not { } person)
        {
            return new CodeRedemption.NoCode();
        }

        var lasts = known.IsStepUp ? options.Value.SteppedUpFor : options.Value.VerifiedFor;
        var verified = new VerifiedSender
        {
            ConversationId = known.ConversationId,
            SenderId = known.SenderId,
            PersonId = person.Id,
            ExpiresAt = now + Duration.FromTimeSpan(lasts),
        };
        await db.VerifiedSenders
            .Where(row => row.ConversationId == known.ConversationId && row.SenderId == known.SenderId).ExecuteDeleteAsync(cancellationToken);
        db.Add(verified);
        db.Add(Entry(known, now, $"person:{person.Id}", known.IsStepUp ? "sender.steppedUp" : "sender.verified", person.CustomerId));
        await db.SaveChangesAsync(cancellationToken);
        return new CodeRedemption.Verified(person, verified.ExpiresAt);
    }

    private async Task<CodeRedemption> LockAsync(BillingDb db, VerificationCode known, Instant now, CancellationToken cancellationToken)
    {
        var until = now + Duration.FromTimeSpan(options.Value.LockedFor);
        await db.VerificationCodes.Where(row => row.Id == known.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(code => code.LockedUntil, (Instant?)until), cancellationToken);
        db.Add(Entry(known, now, "bot", "sender.locked", null));
        await db.SaveChangesAsync(cancellationToken);
        return new CodeRedemption.Locked(until);
    }

    /// <summary>The same turn again, after its code was used.</summary>
    private static async Task<CodeRedemption> VerifiedAsync(BillingDb db, VerificationCode known, CancellationToken cancellationToken) =>
        await PersonAsync(db, known, cancellationToken) is { } person
        && await db.VerifiedSenders.SingleOrDefaultAsync(
            row => row.ConversationId == known.ConversationId && row.SenderId == known.SenderId && row.PersonId == person.Id,
            cancellationToken) is { } verified
            ? new CodeRedemption.Verified(person, verified.ExpiresAt)
            : new CodeRedemption.NoCode();

    private static Task<Person?> PersonAsync(BillingDb db, VerificationCode known, CancellationToken cancellationToken) =>
        db.People.Include(person => person.Customer)
            .SingleOrDefaultAsync(person => person.Id == known.PersonId && person.IsBillingContact, cancellationToken);

    private static AuditEntry Entry(VerificationCode known, Instant now, string actor, string action, string? customerId) => new()
    {
        At = now,
        Actor = actor,
        Action = action,
        Subject = FormattableString.Invariant($"conversation:{known.ConversationId}"),
        CustomerId = customerId,
    };
}
