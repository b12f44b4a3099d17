using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Console.Queue;

/// <summary>The partner's queues, to choose from.</summary>
internal sealed class QueueNames(IDbContextFactory<BillingDb> factory)
{
    public async Task<IReadOnlyList<SupportQueue>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.SupportQueues.OrderBy(queue => queue.Id).ToListAsync(cancellationToken);
    }
}
