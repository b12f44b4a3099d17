using System.Globalization;
using System.Security.Cryptography;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>
/// Makes one-time codes. The limits are counted in the database and in the same transaction that records the code and
/// its mail, so that two conversations at once cannot get around them. It commits before the turn that asks does,
/// because the answer depends on it; a turn that is run again finds its code by the number of its message.
/// </summary>
public sealed class CodeIssuer(DbWriter writer, KeyStore keys, IOptions<VerificationOptions> options, IClock clock)
{
    public const string KeyName = "verification-codes";
    private const int Values = 1_000_000;
    private static readonly Duration Window = Duration.FromHours(1);
    private static readonly Duration KeptFor = Duration.FromDays(1);

    public async Task<CodeIssue> IssueAsync(CodeRequest request, CancellationToken cancellationToken)
    {
        var hasher = new CodeHasher(await keys.GetOrCreateAsync(KeyName, cancellationToken));
        return await writer.CommitAsync((db, token) => IssueAsync(db, request, hasher, token), cancellationToken);
    }

    private async Task<CodeIssue> IssueAsync(BillingDb db, CodeRequest request, CodeHasher hasher, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var address = request.Address.ToLowerInvariant();
        var addressHash = hasher.OfAddress(address);
        if (await RefusalAsync(db, request, addressHash, now, cancellationToken) is { } known)
        {
            return known;
        }

        await db.VerificationCodes.Where(old => old.CreatedAt < now - KeptFor).ExecuteDeleteAsync(cancellationToken);
        await db.VerifiedSenders.Where(old => old.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        var person = await FindAsync(db, request.PersonId, address, cancellationToken);
        var code = RandomNumberGenerator.GetInt32(Values).ToString("D6", CultureInfo.InvariantCulture);
        var expires = now + Duration.FromTimeSpan(options.Value.CodeLifetime);
        db.Add(new VerificationCode
        {
            ConversationId = request.ConversationId,
            Sequence = request.Sequence,
            SenderId = request.SenderId,
            PersonId = person?.Id,
            AddressHash = addressHash,
            CodeHash = hasher.OfCode(request.ConversationId, request.SenderId, code),
            IsStepUp = request.PersonId is not null,
            CreatedAt = now,
            ExpiresAt = expires,
        });
        if (person is not null)
        {
            var mail = request.Write(person, code);
            db.Add(new OutgoingMail
            {
                To = person.Email,
                Subject = mail.Subject,
                Body = mail.Body,
                Language = mail.Language,
                IsSecret = true,
                CreatedAt = now,
                ExpiresAt = expires,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
        return new CodeIssue.Issued();
    }

    /// <returns>Null when a new code may be made.</returns>
    private async Task<CodeIssue?> RefusalAsync(
        BillingDb db, CodeRequest request, byte[] addressHash, Instant now, CancellationToken cancellationToken)
    {
        var (codes, limits) = (db.VerificationCodes, options.Value);
        var here = codes.Where(code => code.ConversationId == request.ConversationId);
        if (await here.AnyAsync(code => code.Sequence == request.Sequence, cancellationToken))
        {
            return new CodeIssue.Issued();
        }

        var locked = await here.Where(code => code.SenderId == request.SenderId && code.LockedUntil > now)
            .MaxAsync(code => code.LockedUntil, cancellationToken);
        if (locked is { } until)
        {
            return new CodeIssue.Locked(until);
        }

        var since = now - Window;
        return await here.CountAsync(code => code.CreatedAt > since, cancellationToken) >= limits.CodesPerConversation
            || await codes.CountAsync(code => code.AddressHash == addressHash && code.CreatedAt > since, cancellationToken) >= limits.CodesPerAddress
            || await codes.CountAsync(code => code.CreatedAt > since, cancellationToken) >= limits.CodesPerHour
                ? new CodeIssue.TooMany()
                : null;
    }

    /// <summary>An address that two customers share is nobody's: which of them is meant is not guessed.</summary>
    private static async Task<Person?> FindAsync(
        BillingDb db, string? personId, string address, CancellationToken cancellationToken)
    {
        var contacts = db.People.Include(person => person.Customer).Where(person => person.IsBillingContact);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to SQL.
        var found = await (personId is null
            ? contacts.Where(person => person.Email.ToLower() == address)
            : contacts.Where(person => person.Id == personId)).Take(2).ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return found is [var one] ? one : null;
    }
}
