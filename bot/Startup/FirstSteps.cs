using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Demo;
using BillingBot.Knowledge.Storage;
using BillingBot.Skills;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Startup;

/// <summary>What must be done before the first message: migrate the database, load the articles, seed the demo.</summary>
internal sealed class FirstSteps(
    IDbContextFactory<BillingDb> factory,
    ArticleLoader articles,
    IEnumerable<ISkill> skills,
    DemoCustomers demo,
    DemoReceivables demoReceivables,
    IHostEnvironment environment) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await articles.LoadAsync(skills.Select(skill => skill.Name).ToHashSet(StringComparer.Ordinal), cancellationToken);
        if (environment.IsDevelopment())
        {
            await demo.SeedAsync(cancellationToken);
            await demoReceivables.SeedAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
