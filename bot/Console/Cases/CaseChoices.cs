using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Console.Cases;

/// <summary>Names that the pages of cases need beside the cases.</summary>
internal sealed class CaseChoices(IDbContextFactory<BillingDb> factory)
{
    /// <returns>Queues and other names that decisions use, without secrets; null for whom cases are not.</returns>
    public async Task<RoutingTable?> TableAsync(StaffUser by, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await RoutingTables.LoadWithoutSecretsAsync(db, cancellationToken);
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
