using System.Text;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>
/// Tells by their hashes whether what is on disk, and what staff have published over it, is in use already: most starts find what
/// they left, and to read and compare everything anew would be a fifth of a start.
/// </summary>
internal static class PackComparison
{
    /// <returns>How many articles there are; null where there may be something to import, or a problem to tell.</returns>
    public static async Task<int?> CountUnchangedAsync(
        BillingDb db, IReadOnlyList<string> folders, IReadOnlySet<string> skills, CancellationToken cancellationToken)
    {
        if (!folders.All(Directory.Exists) || await HashesAsync(folders, cancellationToken) is not { } hashes)
        {
            return null;
        }

        foreach (var edit in await EditsInForce.Published(db).Select(revision => new { revision.Language, revision.ArticleId, revision.Text }).ToListAsync(cancellationToken))
        {
            hashes[(edit.Language, edit.ArticleId)] = ArticleReader.Hash(Encoding.UTF8.GetBytes(edit.Text));
        }

        var inUse = await db.Articles
            .Select(article => new { article.Language, article.Id, article.ContentHash, article.Skill, article.Audience, article.FollowUps })
            .ToDictionaryAsync(article => (article.Language, article.Id), cancellationToken);
        return inUse.Count == hashes.Count && inUse.Values.All(article =>
            hashes.GetValueOrDefault((article.Language, article.Id)) == article.ContentHash
            && (article.Skill is null || skills.Contains(article.Skill))
            && article.FollowUps.All(id => inUse.TryGetValue((article.Language, id), out var next) && (next.Audience == Audience.Customer || article.Audience == Audience.Staff)))
            ? inUse.Count
            : null;
    }

    /// <returns>Null when a file cannot be read.</returns>
    private static async Task<Dictionary<(string Language, string Id), string>?> HashesAsync(IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        Dictionary<(string Language, string Id), string> hashes = [];
        try
        {
            foreach (var (path, language) in PackReader.Find(folders))
            {
                hashes[(language, Path.GetFileNameWithoutExtension(path))] = ArticleReader.Hash(await File.ReadAllBytesAsync(path, cancellationToken));
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return hashes;
    }
}
