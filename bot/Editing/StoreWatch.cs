using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Startup;

namespace BillingBot.Editing;

/// <summary>Notices what another replica taught, and has it learned here as well.</summary>
internal sealed class StoreWatch(ArticleStore store, ArticleRefresh refresh, TimeProvider time, ILogger<StoreWatch> logger) : PeriodicWorker(time, logger)
{
    protected override TimeSpan Every { get; } = TimeSpan.FromSeconds(5);

    protected override async Task RunRoundAsync(CancellationToken stopping)
    {
        if (await store.IsStaleAsync(stopping))
        {
            await refresh.RequestAsync().WaitAsync(stopping);
        }
    }
}
