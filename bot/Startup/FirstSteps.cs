using BillingBot.Knowledge.Articles;
using BillingBot.Skills;

namespace BillingBot.Startup;

/// <summary>What must be done before the first message: prepare the database, load the articles.</summary>
internal sealed class FirstSteps(DatabasePreparation database, ArticleLoader articles, IEnumerable<ISkill> skills) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.PrepareAsync(cancellationToken);
        await articles.LoadAsync(skills.Select(skill => skill.Name).ToHashSet(StringComparer.Ordinal), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
