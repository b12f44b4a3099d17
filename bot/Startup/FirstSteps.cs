using BillingBot.Knowledge.Articles;

namespace BillingBot.Startup;

/// <summary>What must be done before the first message: prepare the database, load the articles.</summary>
internal sealed class FirstSteps(DatabasePreparation database, ArticleLoader articles) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.PrepareAsync(cancellationToken);
        await articles.BeginAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
