using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Editing;

/// <summary>What staff answer a customer with, the bot may learn: the article that they took is suggested for the customer's words.</summary>
internal sealed class StaffCorrections(DbWriter writer, IDbContextFactory<BillingDb> factory, PersonalData personal, IClock clock)
{
    private const int LongestRead = 1_000;

    /// <param name="staff">The case's owner; for others nothing happens.</param>
    /// <param name="caseId">Where the customer said it.</param>
    /// <param name="text">The customer's words.</param>
    /// <param name="articleId">The article that answers them.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task NoteAsync(StaffUser staff, long caseId, string text, string articleId, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.Agent) || !text.Any(char.IsLetter))
        {
            return;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.Cases.SingleOrDefaultAsync(known => known.Id == caseId && known.OwnerId == staff.Id, cancellationToken) is not { } owned)
        {
            return;
        }

        var language = LanguageDetector.Detect(text) ?? Language.FromLocale(owned.Language) ?? Language.English;
        List<string> names =
        [
            .. await db.Customers.Where(customer => customer.Id == owned.CustomerId).Select(customer => customer.Name).ToListAsync(cancellationToken),
            .. await db.People.Where(person => person.CustomerId == owned.CustomerId).Select(person => person.Name).ToListAsync(cancellationToken),
            .. new[] { owned.SenderName, owned.OwnerName }.OfType<string>(),
        ];
        var masked = personal.Mask(Cut.To(text, LongestRead), names, language);
        await writer.CommitAsync(
            async (writing, token) =>
            {
                var now = clock.GetCurrentInstant();
                await SuggestionLog.NoteAsync(writing, masked, language.Code, SuggestionReason.Corrected, articleId, now, token);
                writing.Add(new AuditEntry
                {
                    At = now,
                    Actor = staff.Actor,
                    Action = "suggestion.corrected",
                    Subject = string.Create(CultureInfo.InvariantCulture, $"case:{caseId}"),
                    CustomerId = owned.CustomerId,
                    Detail = articleId,
                });
                return await writing.SaveChangesAsync(token);
            },
            cancellationToken);
    }
}
