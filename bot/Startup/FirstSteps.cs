using BillingBot.Knowledge.Articles;
using BillingBot.Replicas;

namespace BillingBot.Startup;

/// <summary>What must be done before the first message: see that a file of SQLite is nobody else's, prepare the database, load the articles.</summary>
internal sealed class FirstSteps(OnlyBot only, DatabasePreparation database, ArticleLoader articles) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await only.TakeAsync(cancellationToken);
        await database.PrepareAsync(cancellationToken);
        await articles.BeginAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
