using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Console.Cases;

/// <summary>Names that a case page needs beside the case.</summary>
internal sealed class CaseChoices(IDbContextFactory<BillingDb> factory)
{
    /// <returns>The partner's queues by name; none for whom cases are not.</returns>
    public async Task<IReadOnlyList<SupportQueue>> QueuesAsync(StaffUser by, string language, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var queues = await db.SupportQueues.ToListAsync(cancellationToken);
        return [.. queues.OrderBy(queue => queue.NameIn(language), StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <returns>Titles of articles by id, in that language or another one.</returns>
    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(IReadOnlyCollection<string> ids, string language, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var titles = await db.Articles.Where(article => ids.Contains(article.Id))
            .Select(article => new { article.Id, article.Language, article.Title }).ToListAsync(cancellationToken);
        return titles.GroupBy(article => article.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(article => article.Language == language ? 0 : 1).First().Title, StringComparer.Ordinal);
    }
}
