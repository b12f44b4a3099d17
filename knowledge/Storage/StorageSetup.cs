using BillingBot.Knowledge.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Knowledge.Storage;

/// <summary>Registers the database and everything that reads or writes it.</summary>
public static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services, string connectionString) => services
        .AddPooledDbContextFactory<BillingDb>(options => options
            .UseSqlite(connectionString)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new SqlitePragmas()))
        .AddSingleton<DbWriter>()
        .AddSingleton<Inbox>()
        .AddSingleton<WorkQueue>()
        .AddSingleton<TurnStore>()
        .AddSingleton<Outbox>();
}
