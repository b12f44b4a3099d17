using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>Reads and extends the history of an article, within a unit of work.</summary>
internal static class RevisionLog
{
    public static Task<ArticleRevision?> NewestAsync(BillingDb db, ArticleKey key, CancellationToken cancellationToken) =>
        db.ArticleRevisions.Where(revision => revision.ArticleId == key.Id && revision.Language == key.Language)
            .OrderByDescending(revision => revision.Version).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Records the change and who made it.</summary>
    public static async Task<ArticleRevision> AppendAsync(BillingDb db, ArticleChange change, Instant now, CancellationToken cancellationToken)
    {
        var (staff, edit) = (change.Staff, change.Edit);
        var revision = new ArticleRevision
        {
            ArticleId = edit.Article.Id,
            Language = edit.Article.Language,
            Version = edit.Version + 1,
            State = change.State,
            Text = edit.Text,
            PackHash = edit.PackHash,
            By = staff.Name,
            Comment = string.IsNullOrWhiteSpace(edit.Comment) ? null : edit.Comment.Trim(),
            At = now,
        };
        db.Add(revision);
        db.Add(new AuditEntry
        {
            At = now,
            Actor = staff.Actor,
            Action = change.Action,
            Subject = $"article:{edit.Article}",
            Detail = string.Create(CultureInfo.InvariantCulture, $"version {revision.Version}"),
        });
        await db.SaveChangesAsync(cancellationToken);
        return revision;
    }
}
